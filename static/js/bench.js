// The bench: keys for every act, and what is typed is kept by itself until it is confirmed.
// Plain letters are left alone: they collide with Vietnamese typing. Alt+Z too: it switches Unikey.
"use strict";

const decision = document.getElementById("decision");
const ACTS = { c: "doubt", k: "aside", n: "add", t: "split", m: "gather", g: "merge" };

function act(name) {
  const button = document.querySelector(`[data-act="${name}"]:not([hidden])`);
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
  if (event.isComposing || document.querySelector("dialog[open]")) return;
  const inText = event.target.closest("textarea");
  const inField = event.target.closest("input, textarea, select");
  let done = false;
  if (event.altKey && !event.ctrlKey) {
    const name = ACTS[event.key.toLowerCase()];
    done = Boolean(name) && act(name);
  } else if (event.key === "Enter" && !inText && !event.target.closest("a, button, summary")) {
    done = Boolean(event.target.closest("#decision, body:not(:focus-within)")) && act("confirm");
  } else if (event.key === "Escape" && inField) {
    decision?.querySelector('[data-act="confirm"]')?.focus();
  } else if (event.key === "ArrowDown" && !inField) {
    done = move(1);
  } else if (event.key === "ArrowUp" && !inField) {
    done = move(-1);
  }
  if (done) event.preventDefault();
});

// Split: one more task from the blank one the server made. The words after the cursor move into
// it, the names come along.
function split() {
  const tasks = [...decision.querySelectorAll(".task")];
  const last = tasks.findLast((task) => task.contains(written)) ?? tasks.at(-1);
  const total = decision.querySelector('[name="task-TOTAL_FORMS"]');
  const blank = document.getElementById("blank-task");
  blank.insertAdjacentHTML("beforebegin", blank.innerHTML.replaceAll("__prefix__", total.value));
  total.value = Number(total.value) + 1;
  const fresh = blank.previousElementSibling;
  fresh.querySelector("legend").textContent = `Nhiệm vụ ${total.value}`;
  for (const select of fresh.querySelectorAll("select")) {
    const like = select.name.replace(/^task-\d+-/, "");
    select.value = last.querySelector(`select[name$="-${like}"]`)?.value ?? select.value;
  }
  const [names, like] = [fresh, last].map((task) => task.querySelectorAll("[data-names]"));
  like.forEach((rows, place) => copyNames(rows, names[place]));
  const words = fresh.querySelector("textarea");
  const old = last.querySelector("textarea");
  if (old === written && old.selectionStart > 0) {
    words.value = old.value.slice(old.selectionStart).trim();
    if (words.value) old.value = old.value.slice(0, old.selectionStart).trim();
  }
  decision.querySelector('[data-act="gather"]').hidden = false;
  words.focus();
  changed();
}

function copyNames(from, to) {
  const prefix = to.querySelector('input[type="text"]').name;
  to.replaceChildren(...[...from.children].map((row) => row.cloneNode(true)));
  const [kept, typed] = [from, to].map((rows) => [...rows.querySelectorAll("input")]);
  typed.forEach((input, place) => {
    input.value = kept[place].value;
    input.name = input.type === "hidden" ? `${prefix}-words` : prefix;
  });
}

// Where the cursor was last: the button takes the focus away.
let written = null;
decision?.addEventListener("focusin", (event) => {
  if (!event.target.matches("textarea, input:not([type=hidden]), select")) return;
  written = event.target;
  written.scrollIntoView({ block: "nearest" }); // not behind what sticks: see scroll-padding
  pointOut(written);
});

// The value in hand is outlined where it stands in the paper; part of it may be bold, and so apart.
function pointOut(field) {
  for (const mark of document.querySelectorAll(".mark-now")) mark.classList.remove("mark-now");
  const name = field.closest(".name-row")?.querySelector("input[type=hidden]");
  const when = /-(due_on|due_time|deadline_words)$/.test(field.name);
  const deadline = field.closest(".task")?.querySelector('[name$="-deadline_words"]');
  const words = (when ? deadline : name)?.value;
  const marks = [...document.querySelectorAll(".here mark")];
  const parts = (mark) => marks.filter((part) => part.dataset.at === mark.dataset.at);
  const said = (mark) => parts(mark).map((part) => part.textContent).join("");
  const found = marks.find((mark) => words && said(mark).replace(/\s+/g, " ").trim() === words);
  for (const part of found ? parts(found) : []) part.classList.add("mark-now");
}

decision?.addEventListener("click", (event) => {
  if (!event.target.closest('[data-act="split"]')) return;
  event.preventDefault();
  split();
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

// Half-typed words are kept on the server: a moment after the last key, when a field is left,
// and when the page is. A decision on its way ends it, so that no echo comes after.
const PAUSE = 1500;
const AGAIN = 5000;
const saved = document.getElementById("saved");
let edits = 0;
let kept = 0;
let timer = null;
let sending = false;
let leaving = false;
let signedOut = false;
let failed = false;

function changed() {
  edits += 1;
  document.getElementById("half").hidden = false;
  later(PAUSE);
}

function later(wait) {
  clearTimeout(timer);
  timer = setTimeout(save, wait);
}

function token() {
  // Signing in again in another window changes it.
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  if (cookie) decision.elements.csrfmiddlewaretoken.value = cookie;
}

function send(keepalive) {
  token();
  const body = new FormData(decision);
  return fetch(decision.dataset.keep, { method: "POST", body, keepalive, redirect: "manual" });
}

async function save() {
  if (leaving || sending || kept === edits) return;
  const upTo = edits;
  sending = true;
  try {
    await told(await send(false), upTo);
    failed = signedOut;
  } catch {
    failed = true;
    saved.textContent = "Chưa lưu được, đang thử lại. Nội dung vẫn còn trên màn hình.";
  }
  sending = false;
  if (kept !== edits) later(kept === upTo ? PAUSE : AGAIN);
}

function keepLast(event) {
  if (leaving || kept === edits) return;
  if (failed && event.type === "beforeunload") event.preventDefault(); // the browser asks
  else kept = edits;
  send(true).catch(() => {
    kept = -1;
    later(AGAIN);
  });
}

async function told(answer, upTo) {
  signedOut = answer.type === "opaqueredirect";
  if (signedOut) return offerSignIn();
  const { kept: at, refused } = answer.ok || answer.status === 409 ? await answer.json() : {};
  if (!at && !refused) throw new Error(answer.status);
  kept = upTo;
  saved.textContent = at ? `Đã tự lưu ${at}` : refused;
}

function offerSignIn() {
  const link = document.createElement("a");
  link.href = decision.dataset.signIn;
  link.target = "_blank";
  link.textContent = "Đăng nhập lại ở cửa sổ mới";
  saved.replaceChildren(
    "Chưa lưu được vì phiên làm việc đã hết. Nội dung vẫn còn trên màn hình. ",
    link,
    " rồi trở lại đây.",
  );
}

if (decision?.dataset.keep) {
  decision.addEventListener("input", changed);
  decision.addEventListener("focusout", save);
  decision.addEventListener("submit", (event) => {
    if (signedOut) {
      event.preventDefault();
      event.stopPropagation();
      save();
      return;
    }
    token();
    leaving = true;
    clearTimeout(timer);
  });
  window.addEventListener("focus", save);
  // The first of the two comes before the next page is asked for, the second on phones too.
  for (const end of ["beforeunload", "pagehide"]) window.addEventListener(end, keepLast);
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
}

// Dropping what is half-typed is no reason to keep it once more.
document.getElementById("half")?.addEventListener("submit", () => {
  leaving = true;
  clearTimeout(timer);
});

// A place to look at again: the pane rolls to it. Where the pane does not roll (a phone) the page
// goes there as to any address, and Back leads back.
const paper = document.getElementById("van-ban");
const rolls = () => paper.scrollHeight > paper.clientHeight;

function show(place) {
  const above = place.getBoundingClientRect().top - paper.getBoundingClientRect().top;
  paper.scrollTop += above - paper.clientHeight / 3;
}

for (const link of document.querySelectorAll("[data-place]")) {
  link.addEventListener("click", (event) => {
    for (const words of document.querySelectorAll(".remark")) {
      words.classList.toggle("remark-now", words.dataset.remark === link.dataset.place);
    }
    if (!rolls()) return;
    event.preventDefault();
    document.querySelector(".place-now")?.classList.remove("place-now");
    const place = document.getElementById(`cho-${link.dataset.place}`);
    place.classList.add("place-now");
    show(place);
    place.scrollIntoView({ block: "nearest" });
  });
}

// Both sides show the same item; the cursor stands where something is doubtful. Whoever comes to the
// draft anew, or back from "Đã xem", first sees what is told of the whole paper.
const here = document.querySelector(".anchor-here");
if (here && rolls()) show(here);
const above = document.querySelector(
  location.hash === "#xem-lai" ? ".remarks li:has(form) a" : ".twin a, .remarks li:has(form) a",
);
const anew = Boolean(above) && (location.hash === "#xem-lai" || !location.search);
if (!anew) document.querySelector(".bench-open")?.scrollIntoView({ block: "start" });
const first = anew
  ? above
  : decision?.querySelector(":is(.doubtful, .field:has(.errorlist)) :is(input:not([type=hidden]), textarea)") ??
    decision?.querySelector('[data-act="confirm"]');
function stand() {
  if (document.activeElement === document.body) first?.focus({ preventScroll: true });
}
stand();
// The browser itself goes to "#muc-…" while the page loads, and takes the focus away.
window.addEventListener("load", () => requestAnimationFrame(stand));
