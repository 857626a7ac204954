// The Samples page: the run, its samples, reloading. Drawn with elements.js and curves.js.
"use strict";

const EPOCHS_SHOWN = 8;
const RELOAD_MILLISECONDS = 2000;

const expanded = new Set();
let drawn = "";

// ---- the run and its state -------------------------------------------------------------------

function chosen() {
    const match = /^#run=(.*)$/.exec(location.hash);
    return match ? decodeURIComponent(match[1]) : null;
}

function drawSelector(runs, name) {
    const select = document.getElementById("run");
    const names = runs.map(run => run.name);
    if (names.join("\n") !== [...select.options].map(option => option.value).join("\n")) {
        select.replaceChildren(...names.map(each => element("option", {value: each}, each)));
    }
    select.value = name;
}

function drawStatus(entry, run) {
    const words = {training: "training now", elsewhere: "training in another process", stored: "stored"};
    const parts = [
        element("h1", {}, entry.name),
        element("span", {class: "badge-state " + entry.state}, words[entry.state]),
    ];
    if (entry.state === "elsewhere") {
        parts.push(element("a", {id: "elsewhere", href: entry.url}, "Watch it live at " + entry.url));
    } else if (entry.problem) {
        parts.push(element("span", {class: "note"}, "No training charts: " + entry.problem + "."));
    } else {
        const charts = element("a", {id: "charts", href: "/train/overview"}, "Training charts");
        charts.addEventListener("click", event => {
            event.preventDefault();
            fetch("/train/sessions/set/" + encodeURIComponent(entry.name))
                .then(() => { location.href = "/train/overview"; });
        });
        parts.push(charts);
    }
    if (run.unreadable > 0) {
        parts.push(element("span", {class: "note wrong"}, run.unreadable + " unreadable lines left out"));
    }
    document.getElementById("status").replaceChildren(...parts);
}

// ---- samples ---------------------------------------------------------------------------------

function verdict(sample) {
    const right = sample.truth === sample.predicted;
    return element("span", {class: "verdict " + (right ? "right" : "wrong")}, right ? "✓ right" : "✗ wrong");
}

// The classes that get a bar of their own: the true one first, then the likeliest.
function shownClasses(epochs) {
    const best = new Map();
    for (const sample of epochs) {
        for (const [name, value] of Object.entries(sample.probabilities)) {
            best.set(name, Math.max(best.get(name) || 0, Number(value) || 0));
        }
    }
    const truth = epochs[0].truth;
    const others = [...best.keys()].filter(name => name !== truth).sort((a, b) => best.get(b) - best.get(a));
    const kept = new Set([truth, ...others.slice(0, COLOURS.length - 1)]);
    return {names: [...best.keys()].filter(name => kept.has(name)), more: best.size > kept.size};
}

function bar(sample, classes) {
    const whole = element("div", {class: "bar"});
    classes.names.forEach((name, index) => {
        const share = Number(sample.probabilities[name]) || 0;
        const part = element("i", {title: name + " " + share.toFixed(3)});
        if (name === sample.truth) part.className = "true-class";
        part.style.width = share * 100 + "%";
        part.style.background = COLOURS[index];
        whole.append(part);
    });
    return whole;
}

function textBox(example, epochs) {
    const latest = epochs[epochs.length - 1];
    const classes = shownClasses(epochs);
    const rows = element("tbody");
    const all = expanded.has(example);
    const newest = [...epochs].reverse();
    for (const sample of all ? newest : newest.slice(0, EPOCHS_SHOWN)) {
        const right = sample.truth === sample.predicted;
        const share = Number(sample.probabilities[sample.truth]) || 0;
        rows.append(element("tr", {class: sample === latest ? "latest" : ""},
            element("td", {}, String(sample.epoch)),
            element("td", {class: right ? "right" : "wrong"}, (right ? "✓ " : "✗ ") + sample.predicted),
            element("td", {class: "bars"}, bar(sample, classes)),
            element("td", {}, share.toFixed(2))));
    }
    const head = element("tr", {}, ...["epoch", "prediction", "probabilities", "of the truth"]
        .map(title => element("th", {}, title)));
    const legend = element("div", {class: "legend"});
    classes.names.forEach((name, index) => legend.append(key(COLOURS[index], name, name === latest.truth)));
    if (classes.more) legend.append(key(OTHER, "further classes", false));
    return [element("p", {class: "text"}, latest.text),
        element("p", {class: "truth"}, "truth: ", element("b", {}, latest.truth)),
        element("table", {}, element("thead", {}, head), rows), legend];
}

// A kind this page does not know yet: its fields as they are.
function plainBox(sample) {
    const rows = Object.entries(sample).filter(([name]) => name !== "kind" && name !== "example")
        .map(([name, value]) => element("tr", {}, element("td", {}, name),
            element("td", {}, typeof value === "string" ? value : JSON.stringify(value))));
    return [element("table", {}, element("tbody", {}, ...rows))];
}

function sampleBox(example, epochs) {
    const latest = epochs[epochs.length - 1];
    const kind = latest.kind;
    const header = element("div", {class: "chart-header"},
        element("h2", {}, element("b", {}, "Example " + (example + 1))));
    const box = element("div", {class: "chart-box sample " + kind}, header);
    if (kind === "series") {
        header.append(element("span", {class: "when"}, seriesTitle(latest)));
        const series = epochs.filter(sample => sample.kind === "series");
        const redraw = () => box.replaceChildren(header, ...seriesBox(example, series, redraw));
        redraw();
        return box;
    }
    const judged = kind === "text" || kind === "pair";
    const more = expanded.has(example);
    if (judged) header.append(verdict(latest));
    const same = epochs.filter(sample => sample.kind === kind);
    box.append(...(kind === "text" ? textBox(example, same) : kind === "pair" ? pairBox(same, more) : plainBox(latest)));
    if (judged && same.length > EPOCHS_SHOWN) {
        const button = element("button", {class: "btn btn-sm btn-light"},
            more ? "Last epochs only" : "All " + same.length + " epochs");
        button.addEventListener("click", () => {
            if (more) expanded.delete(example); else expanded.add(example);
            drawn = "";
            load();
        });
        box.append(button);
    }
    return box;
}

function drawSamples(samples, state) {
    const examples = new Map();
    for (const sample of samples) {
        if (!examples.has(sample.example)) examples.set(sample.example, new Map());
        examples.get(sample.example).set(sample.epoch, sample); // a resumed epoch replaces its first try
    }
    const boxes = [...examples].sort((a, b) => a[0] - b[0]).map(([example, byEpoch]) =>
        sampleBox(example, [...byEpoch.values()].sort((a, b) => a.epoch - b.epoch)));
    if (boxes.length === 0) {
        boxes.push(element("p", {class: "empty"}, state === "stored"
            ? "This run wrote no samples." : "No samples yet: they come at the end of each epoch."));
    }
    document.getElementById("samples").replaceChildren(...boxes);
}

// ---- loading ---------------------------------------------------------------------------------

function draw(page, name) {
    const run = page.run[0];
    if (!run) {
        const message = name ? "There is no run called " + name + "." : "No run is attached yet.";
        document.getElementById("status").replaceChildren(element("p", {class: "empty"}, message));
        drawSelector(page.runs, "");
        document.getElementById("metrics").replaceChildren();
        document.getElementById("samples").replaceChildren();
        return;
    }
    drawSelector(page.runs, run.name);
    const entry = page.runs.find(each => each.name === run.name);
    drawStatus(entry, run);
    drawMetrics(run.metrics, run.curves);
    drawSamples(run.samples, entry.state);
}

async function load() {
    const name = chosen();
    const query = name === null ? "" : "?run=" + encodeURIComponent(name);
    let text;
    try {
        const response = await fetch("/samples/data" + query);
        text = await response.text();
        if (!response.ok) throw new Error(text);
    } catch (error) {
        document.getElementById("status").append(offline());
        return;
    }
    document.getElementById("offline")?.remove();
    if (text !== drawn && name === chosen()) {
        draw(JSON.parse(text), name);
        drawn = text;
    }
}

function offline() {
    document.getElementById("offline")?.remove();
    return element("span", {id: "offline", class: "note wrong"}, "The server does not answer; it may have ended.");
}

document.getElementById("run").addEventListener("change", event => {
    location.hash = "run=" + encodeURIComponent(event.target.value);
});
window.addEventListener("hashchange", () => { expanded.clear(); epochShown.clear(); allCurves = false; drawn = ""; load(); });
load();
setInterval(load, RELOAD_MILLISECONDS);
