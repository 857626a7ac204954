// The curves of metrics.jsonl as inline SVG.
"use strict";

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
            vector("text", {x: left - 6, y: y(at) + 4, "text-anchor": "end"}, tickNumber(at)));
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

let allCurves = false;

// `main` names the curves to show first; the others are behind a button.
function drawMetrics(metrics, main) {
    const boxes = [], charts = curves(metrics);
    const names = [...charts.keys()].filter(name => allCurves || main.includes(name));
    names.sort((a, b) => (main.indexOf(a) + 1 || Infinity) - (main.indexOf(b) + 1 || Infinity) || 0);
    for (const name of names) {
        const lines = charts.get(name);
        const legend = element("div", {class: "legend"});
        [...lines].forEach(([split, line], index) => legend.append(
            key(COLOURS[index % COLOURS.length], split + " " + number(line[line.length - 1][1]), false)));
        boxes.push(element("div", {class: "chart-box curve"},
            element("div", {class: "chart-header"}, element("h2", {}, element("b", {}, name))),
            plot(lines), legend));
    }
    if (names.length < charts.size || allCurves) {
        const button = element("button", {class: "btn btn-sm btn-light", id: "all-curves"},
            allCurves ? "Main curves only" : `All ${charts.size} curves`);
        button.addEventListener("click", () => { allCurves = !allCurves; drawMetrics(metrics, main); });
        boxes.push(element("div", {class: "more"}, button));
    }
    document.getElementById("metrics").replaceChildren(...boxes);
}
