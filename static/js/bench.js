// The bench's keys: ↑ ↓ move between items, Enter confirms, Alt+K sets aside, Alt+N adds new names and
// confirms, Alt+T adds a task.
// Plain letters are left alone: they collide with Vietnamese typing.
"use strict";

const decision = document.getElementById("decision");

function act(name) {
  const button = decision?.querySelector(`[data-act="${name}"]`);
  button?.click();
  return Boolean(button);
}

function move(step) {
  const lines = [...document.querySelectorAll(".bench-line")];
  const at = lines.indexOf(document.activeElement.closest(".bench-line"));
  const open = lines.findIndex((line) => line.getAttribute("aria-current"));
  const next = lines[(at < 0 ? open : at) + step];
  next?.focus();
  return Boolean(next);
}

document.addEventListener("keydown", (event) => {
  const inText = event.target.closest("textarea");
  const inField = event.target.closest("input, textarea, select");
  let done = false;
  if (event.altKey && !event.ctrlKey) {
    const name = { k: "aside", n: "add", t: "split" }[event.key.toLowerCase()];
    done = Boolean(name) && act(name);
  } else if (event.key === "Enter" && !inText && !event.target.closest("a, button, summary")) {
    done = act("confirm");
  } else if (event.key === "ArrowDown" && !inField) {
    done = move(1);
  } else if (event.key === "ArrowUp" && !inField) {
    done = move(-1);
  }
  if (done) event.preventDefault();
});

// One more task, one more row of names: from the blank ones the server made.
decision?.addEventListener("click", (event) => {
  if (!event.target.closest('[data-act="split"]')) return;
  const total = decision.querySelector('[name="task-TOTAL_FORMS"]');
  const blank = document.getElementById("blank-task");
  const html = blank.innerHTML.replaceAll("__prefix__", total.value);
  blank.insertAdjacentHTML("beforebegin", html);
  total.value = Number(total.value) + 1;
  blank.previousElementSibling.querySelector("textarea").focus();
});

decision?.addEventListener("input", (event) => {
  const row = event.target.closest(".name-row");
  if (!row || row.nextElementSibling || !event.target.value) return;
  const next = row.cloneNode(true);
  for (const input of next.querySelectorAll("input")) input.value = "";
  next.querySelector(".hint")?.remove();
  row.after(next);
});

for (const form of document.querySelectorAll("form[data-confirm]")) {
  form.addEventListener("submit", (event) => {
    if (!window.confirm(form.dataset.confirm)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
}

// Both sides show the same item.
document.querySelector(".anchor-here")?.scrollIntoView({ block: "center" });
document.querySelector(".bench-open")?.scrollIntoView({ block: "start" });
decision?.querySelector('[data-act="confirm"]')?.focus({ preventScroll: true });
