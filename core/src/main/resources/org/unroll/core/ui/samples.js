// The Samples page: fetches what the server drew of a run and swaps in what changed.
"use strict";

const RELOAD_MILLISECONDS = 2000;
const epochs = new Map(); // example to the epoch chosen; none: the last
let slider = ""; // as it was drawn

function address() {
    const query = new URLSearchParams(location.hash.startsWith("#run=") ? location.hash.slice(1) : "");
    epochs.forEach((epoch, example) => query.append("epoch", example + ":" + epoch));
    return "/samples/run?" + query;
}

// What the reader opened stays open, what has the focus keeps it.
function swap(part) {
    const place = document.getElementById(part.id), focus = document.activeElement.id;
    for (const fold of part.querySelectorAll("details")) {
        fold.open = document.getElementById(fold.id)?.open ?? false;
    }
    if (part.id === "epochs") { // the number beside the slider changes here
        if (place.firstChild && slider === part.innerHTML) return;
        slider = part.innerHTML;
    }
    if (place.innerHTML === part.innerHTML) return;
    place.innerHTML = part.innerHTML; // moved options would lose which one is selected
    if (focus && document.activeElement.id !== focus) {
        document.getElementById(focus)?.focus({preventScroll: true});
    }
}

async function load() {
    const asked = address(), offline = document.getElementById("offline");
    const drawn = document.createElement("template");
    try {
        const response = await fetch(asked);
        if (!response.ok) throw new Error(response.statusText);
        drawn.innerHTML = await response.text();
        offline.hidden = true;
    } catch (error) {
        offline.hidden = false;
        return;
    }
    if (asked === address()) [...drawn.content.children].forEach(swap);
    setSlider();
}

// It stands where all examples stand: at an epoch chosen for all of them, or at the last one.
function setSlider() {
    const range = document.getElementById("epoch-of-all");
    if (!range) return;
    const chosen = new Set([...examples()].map(example => epochs.get(example) ?? range.max));
    if (chosen.size === 1) range.value = [...chosen][0];
    range.nextElementSibling.value = chosen.size === 1 ? range.value : "various";
}

function examples() {
    return new Set([...document.querySelectorAll("[data-example]")].map(bar => bar.dataset.example));
}

document.addEventListener("input", event => {
    if (event.target.id !== "epoch-of-all") return;
    const range = event.target;
    for (const example of examples()) {
        if (range.value === range.max) epochs.delete(example);
        else epochs.set(example, range.value);
    }
    range.nextElementSibling.value = range.value;
    load();
});

document.addEventListener("click", event => {
    const bar = event.target.closest("[data-epoch]"), charts = event.target.closest("#charts");
    if (bar) {
        if (bar.matches(":last-child")) epochs.delete(bar.dataset.example);
        else epochs.set(bar.dataset.example, bar.dataset.epoch);
        load();
    } else if (charts) {
        event.preventDefault();
        fetch("/train/sessions/set/" + encodeURIComponent(charts.dataset.run))
            .then(answer => { if (answer.ok) location.href = charts.href; else load(); });
    }
});
document.getElementById("run").addEventListener("change", event => {
    location.hash = "run=" + encodeURIComponent(event.target.value);
});
window.addEventListener("hashchange", () => {
    if (location.hash === "#content") return; // the link that skips to it
    epochs.clear();
    for (const id of ["metrics", "epochs", "samples", "inside"]) document.getElementById(id).replaceChildren();
    load();
});
load();
setInterval(load, RELOAD_MILLISECONDS);
