// The Runs page: fetches the table that the server drew, sorts and filters it, compares what is ticked.
"use strict";

const RELOAD_MILLISECONDS = 2000;
const byId = id => document.getElementById(id);
const rows = byId("rows"), headers = [...document.querySelectorAll("#runs th")];
const ticked = new Set();
const order = {column: -1, descending: false};
const last = {table: "", compared: ""};

async function drawn(path) {
    try {
        const response = await fetch(path);
        if (!response.ok) throw new Error(response.statusText);
        byId("offline").hidden = true;
        return await response.text();
    } catch (error) {
        byId("offline").hidden = false;
        return null;
    }
}

// What the reader opened stays open, what has the focus keeps it.
function swap(place, markup) {
    const focus = document.activeElement, address = focus.getAttribute("href");
    const open = [...place.querySelectorAll("details[open]")].map(fold => fold.id);
    place.innerHTML = markup;
    for (const fold of place.querySelectorAll("details")) fold.open = open.includes(fold.id);
    if (focus === document.activeElement) return;
    const same = focus.id ? byId(focus.id) : [...place.querySelectorAll("a")].find(a => a.getAttribute("href") === address);
    same?.focus({preventScroll: true});
}

async function loadTable() {
    const text = await drawn("/runs/table");
    if (text === null || text === last.table) return;
    last.table = text;
    const template = document.createElement("template");
    template.innerHTML = text;
    const app = byId("app").value;
    swap(byId("app"), template.content.getElementById("app").innerHTML);
    byId("app").value = [...byId("app").options].some(option => option.value === app) ? app : "";
    swap(rows, template.content.getElementById("rows").innerHTML);
    [...rows.rows].forEach((row, index) => { row.dataset.index = index; });
    const names = new Set([...rows.rows].map(row => row.dataset.run));
    for (const name of ticked) if (!names.has(name)) ticked.delete(name);
    for (const box of rows.querySelectorAll("input")) box.checked = ticked.has(box.value);
    arrange();
}

function value(row) {
    return order.column < 0 ? row.dataset.index : row.cells[order.column].dataset.value;
}

// Numbers by size, texts by the alphabet; what is unknown comes last whichever way.
function compareRows(a, b) {
    const x = value(a), y = value(b);
    if (x === "" || y === "") return (x === "") - (y === "") || a.dataset.index - b.dataset.index;
    const numbers = !isNaN(x) && !isNaN(y);
    const sign = numbers ? x - y : x.localeCompare(y, "en", {numeric: true});
    return (order.descending ? -sign : sign) || a.dataset.index - b.dataset.index;
}

function arrange() {
    const focus = document.activeElement;
    const words = byId("filter").value.toLowerCase().split(/\s+/).filter(Boolean);
    const app = byId("app").value;
    let shown = 0;
    const sorted = [...rows.rows].sort(compareRows);
    if (sorted.some((row, index) => row !== rows.rows[index])) rows.append(...sorted);
    for (const row of sorted) {
        const text = (row.dataset.run + " " + row.textContent).toLowerCase();
        row.hidden = app !== "" && row.dataset.app !== app || !words.every(word => text.includes(word));
        if (!row.hidden) shown++;
    }
    headers.forEach((header, column) => {
        if (!header.hasAttribute("aria-sort")) return;
        const way = order.descending ? "descending" : "ascending";
        header.setAttribute("aria-sort", column === order.column ? way : "none");
    });
    if (focus !== document.activeElement) focus.focus({preventScroll: true});
    say(byId("count"), shown === sorted.length ? count(shown) : shown + " of " + count(sorted.length));
    byId("none").hidden = shown > 0;
    byId("compare").disabled = ticked.size < 2;
    say(byId("compare"), ticked.size < 2 ? "Tick two runs to compare" : "Compare " + count(ticked.size));
}

function count(runs) {
    return runs + (runs === 1 ? " run" : " runs");
}

// A text that stays as it is is not read out once more.
function say(place, text) {
    if (place.textContent !== text) place.textContent = text;
}

function query() {
    return location.hash.startsWith("#run=") ? location.hash.slice(1) : "";
}

async function loadCompared() {
    const asked = query();
    byId("comparison").hidden = asked === "";
    if (asked === "") {
        last.compared = "";
        byId("compared").replaceChildren();
        return;
    }
    const text = await drawn("/runs/compared?" + asked);
    if (text === null || asked !== query() || text === last.compared) return;
    last.compared = text;
    swap(byId("compared"), text);
}

byId("filter").addEventListener("input", arrange);
byId("app").addEventListener("change", arrange);
rows.addEventListener("change", event => {
    if (event.target.checked) ticked.add(event.target.value);
    else ticked.delete(event.target.value);
    arrange();
});
headers.forEach((header, column) => header.querySelector("button")?.addEventListener("click", () => {
    if (order.column !== column) Object.assign(order, {column, descending: false});
    else if (!order.descending) order.descending = true;
    else Object.assign(order, {column: -1, descending: false});
    arrange();
}));
byId("compare").addEventListener("click", async () => {
    const names = new URLSearchParams([...ticked].map(name => ["run", name]));
    if (location.hash !== "#" + names) history.pushState(null, "", "#" + names);
    await loadCompared();
    byId("compared-title").focus();
    byId("comparison").scrollIntoView();
});
byId("close").addEventListener("click", () => {
    history.pushState(null, "", "/runs");
    loadCompared();
    byId("compare").focus();
});
window.addEventListener("popstate", loadCompared); // also when the address is changed by hand
for (const name of new URLSearchParams(query()).getAll("run")) ticked.add(name);
loadTable();
loadCompared();
setInterval(() => {
    if (document.hidden) return;
    loadTable();
    loadCompared();
}, RELOAD_MILLISECONDS);
