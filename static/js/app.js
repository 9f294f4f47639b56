// Small keys for every page. No inline handlers: elements say what they want in data attributes.
"use strict";

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "?") {
    document.getElementById("keys")?.showModal();
    return;
  }
  const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!target) return;
  event.preventDefault();
  target.focus();
});

// A form is sent once: a double click is one act. The server holds the same rule.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  if (form.method !== "post") return;
  form.dataset.sent = "1";
  // What takes long says so: the words change places until the next page is here.
  for (const button of form.querySelectorAll("[data-busy]")) swapBusy(button);
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[data-busy]")) swapBusy(button);
  }
});

function swapBusy(button) {
  const words = button.textContent;
  button.textContent = button.dataset.busy;
  button.dataset.busy = words;
}
