// A table copied from Word or Excel comes with its cells in HTML; as plain text the line breaks
// within a cell could not be told from the ends of rows. Nothing of the HTML gets into the page.
"use strict";

const BREAK = "\u2028"; // a line break that was meant, among those of the source

document.querySelector("[data-table]")?.addEventListener("paste", (event) => {
  const html = event.clipboardData?.getData("text/html") ?? "";
  const page = new DOMParser().parseFromString(unstyled(html), "text/html");
  const tables = [...page.querySelectorAll("table")].filter((table) => !table.parentElement.closest("table"));
  if (!tables.length) return;
  event.preventDefault();
  const rows = tables.flatMap(rowsOf).map((cells) => cells.map(quoted).join("\t"));
  for (const table of tables) table.replaceWith(BREAK);
  const { target } = event;
  target.setRangeText([...linesAround(page.body), ...rows].join("\n"), target.selectionStart, target.selectionEnd, "end");
  target.dispatchEvent(new Event("input", { bubbles: true }));
});

// Styles would be refused, and complained of, by the rule that none stands in a page.
function unstyled(html) {
  const words = html.replace(/<style[^]*?<\/style>/gi, "");
  return words.replace(/<[^>]+>/g, (tag) => tag.replace(/\sstyle=(?:'[^']*'|"[^"]*")/gi, ""));
}

// Cells merged down say the same in every row, cells merged across stand in the first column.
function rowsOf(table) {
  const rows = [...table.rows].map(() => []);
  [...table.rows].forEach((row, at) => {
    let column = 0;
    for (const cell of row.cells) {
      while (rows[at][column] !== undefined) column += 1;
      const words = wordsOf(cell);
      for (let down = 0; down < Math.min(cell.rowSpan || 1, rows.length - at); down += 1) {
        for (let across = 0; across < cell.colSpan; across += 1) {
          rows[at + down][column + across] = across ? "" : words;
        }
      }
      column += cell.colSpan;
    }
  });
  return rows.map((row) => Array.from(row, (words) => words ?? ""));
}

// What stands above and below the tables: the server looks through it for secrecy marks.
function linesAround(body) {
  return wordsOf(body).split("\n").filter(Boolean);
}

function wordsOf(element) {
  for (const end of element.querySelectorAll("br")) end.replaceWith(BREAK);
  for (const block of element.querySelectorAll("p, li, div, h1, h2, h3, h4, h5, h6")) block.append(BREAK);
  for (const unseen of element.querySelectorAll("script, title")) unseen.remove();
  const lines = element.textContent.replace(/[\s\u00a0]*\u2028[\s\u00a0]*/g, BREAK).split(BREAK);
  return lines.map((line) => line.replace(/[\s\u00a0]+/g, " ").trim()).filter(Boolean).join("\n");
}

function quoted(words) {
  return /[\t\n"]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
