// The Samples page. Everything a run says reaches the page as text nodes, never as HTML.
"use strict";

// No red and no green: those say wrong and right.
const COLOURS = ["#20a8d8", "#ffb64d", "#7b5bb5", "#8f9aa5", "#0b5c7a", "#d98ab8", "#a0785a", "#b8a832"];
const OTHER = "#e4e7ea";
const EPOCHS_SHOWN = 8;
const RELOAD_MILLISECONDS = 2000;

const expanded = new Set();
let drawn = "";

function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
    made.append(...children);
    return made;
}

function vector(name, attributes, ...children) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes || {})) made.setAttribute(key, value);
    made.append(...children);
    return made;
}

function key(colour, label, marked) {
    const square = element("i");
    square.style.background = colour;
    return element("span", {class: marked ? "key true-class" : "key"}, square, label);
}

function number(value) {
    if (value === 0) return "0";
    const size = Math.abs(value);
    return size >= 1000 || size < 0.001 ? value.toExponential(1) : String(Number(value.toPrecision(3)));
}

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

// ---- curves ----------------------------------------------------------------------------------

// {"train": {"loss": 1}, "validation": {"loss": 2}} gives one chart "loss" with two lines.
function curves(metrics) {
    const charts = new Map();
    for (const line of metrics) {
        for (const [split, values] of Object.entries(line)) {
            if (typeof values !== "object" || values === null) continue;
            for (const [name, value] of Object.entries(values)) {
                if (typeof value !== "number") continue;
                if (!charts.has(name)) charts.set(name, new Map());
                const lines = charts.get(name);
                if (!lines.has(split)) lines.set(split, []);
                lines.get(split).push([line.epoch, value]);
            }
        }
    }
    return charts;
}

function ticks(low, high) {
    const step = Math.pow(10, Math.floor(Math.log10((high - low) / 2)));
    const wide = [1, 2, 5, 10].map(times => times * step).find(each => (high - low) / each <= 5);
    const found = [];
    for (let at = Math.ceil(low / wide - 1e-9) * wide; at <= high + wide * 1e-9; at += wide) {
        found.push(Math.abs(at) < wide * 1e-6 ? 0 : at);
    }
    return found;
}

function plot(lines) {
    const width = 360, height = 190, left = 50, right = 14, top = 12, bottom = 34;
    const points = [...lines.values()].flat();
    const epochs = points.map(point => point[0]), values = points.map(point => point[1]);
    const first = Math.min(...epochs), last = Math.max(...epochs);
    let low = Math.min(...values), high = Math.max(...values);
    if (high - low < 1e-12) { const room = Math.abs(high) * 0.1 || 1; low -= room; high += room; }
    const x = epoch => last === first ? (left + width - right) / 2
        : left + (epoch - first) / (last - first) * (width - left - right);
    const y = value => height - bottom - (value - low) / (high - low) * (height - top - bottom);
    const svg = vector("svg", {viewBox: `0 0 ${width} ${height}`, role: "img"});
    for (const at of ticks(low, high)) {
        svg.append(vector("line", {class: "grid", x1: left, x2: width - right, y1: y(at), y2: y(at)}),
            vector("text", {x: left - 6, y: y(at) + 4, "text-anchor": "end"}, number(at)));
    }
    const whole = last === first ? [first] : ticks(first, last).filter(Number.isInteger);
    for (const at of whole) {
        svg.append(vector("text", {x: x(at), y: height - bottom + 15, "text-anchor": "middle"}, String(at)));
    }
    svg.append(vector("text", {x: (left + width - right) / 2, y: height - 4, "text-anchor": "middle"}, "epoch"),
        vector("line", {class: "axis", x1: left, x2: width - right, y1: height - bottom, y2: height - bottom}));
    [...lines.values()].forEach((line, index) => {
        const path = line.map((point, i) => (i ? "L" : "M") + x(point[0]) + " " + y(point[1])).join(" ");
        svg.append(vector("path", {d: path, stroke: COLOURS[index % COLOURS.length]}));
        const marks = line.length <= 40 ? line : [line[line.length - 1]];
        for (const point of marks) {
            svg.append(vector("circle", {cx: x(point[0]), cy: y(point[1]), r: 3, fill: COLOURS[index % COLOURS.length]},
                vector("title", {}, `epoch ${point[0]}: ${number(point[1])}`)));
        }
    });
    return svg;
}

function drawMetrics(metrics) {
    const boxes = [];
    for (const [name, lines] of curves(metrics)) {
        const legend = element("div", {class: "legend"});
        [...lines].forEach(([split, line], index) => legend.append(
            key(COLOURS[index % COLOURS.length], split + " " + number(line[line.length - 1][1]), false)));
        boxes.push(element("div", {class: "chart-box curve"},
            element("div", {class: "chart-header"}, element("h2", {}, element("b", {}, name))),
            plot(lines), legend));
    }
    document.getElementById("metrics").replaceChildren(...boxes);
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
    const text = latest.kind === "text";
    const header = element("div", {class: "chart-header"},
        element("h2", {}, element("b", {}, "Example " + (example + 1))));
    if (text) header.append(verdict(latest));
    const box = element("div", {class: "chart-box sample"}, header,
        ...(text ? textBox(example, epochs) : plainBox(latest)));
    if (text && epochs.length > EPOCHS_SHOWN) {
        const more = expanded.has(example);
        const button = element("button", {class: "btn btn-sm btn-light"},
            more ? "Last epochs only" : "All " + epochs.length + " epochs");
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
    drawMetrics(run.metrics);
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
window.addEventListener("hashchange", () => { expanded.clear(); drawn = ""; load(); });
load();
setInterval(load, RELOAD_MILLISECONDS);
