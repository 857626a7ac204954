// A forecast beside what came, as inline SVG; the epoch to show is chosen by a bar of its errors.
"use strict";

const FORECAST = "#20a8d8", TRUTH = "#3c4650";
const epochShown = new Map(); // example to the epoch chosen; none: the last

function finite(value) {
    const number = Number(value); // NaN comes as text
    return value !== null && Number.isFinite(number) ? number : null;
}

// The levels of a forecast, ascending, and the one number that stands for each step.
function levelsOf(sample) {
    const levels = Object.keys(sample.forecast).map(Number).sort((a, b) => a - b);
    const byLevel = level => Object.entries(sample.forecast).find(entry => Number(entry[0]) === level)[1].map(finite);
    return {levels, byLevel, point: sample.point.map(finite)};
}

// Where the truth is known; NaN where it is not at all.
function meanError(sample) {
    const point = levelsOf(sample).point;
    let sum = 0, count = 0;
    sample.truth.map(finite).forEach((value, step) => {
        if (value !== null && point[step] !== null) { sum += Math.abs(value - point[step]); count++; }
    });
    return sum / count;
}

// Days at midnight, whole hours between them; other names every few steps.
function stepTicks(times) {
    const stamps = times.map(time => /^\d{4}-(\d\d)-(\d\d)T(\d\d):(\d\d)$/.exec(time));
    if (!stamps.every(stamp => stamp)) {
        const every = Math.ceil(times.length / 7);
        return times.map((time, i) => [i, time]).filter(([i]) => i % every === 0);
    }
    const hours = (Date.parse(times[times.length - 1] + "Z") - Date.parse(times[0] + "Z")) / 3600000;
    if (hours > 24 * 8) {
        const every = Math.ceil(times.length / 7);
        return stamps.map((stamp, i) => [i, stamp[1] + "-" + stamp[2]]).filter(([i]) => i % every === 0);
    }
    const every = [3, 6, 12, 24].find(each => hours / each <= 8) || 24;
    return stamps.map((stamp, i) => [i, stamp])
        .filter(([, stamp]) => stamp[4] === "00" && Number(stamp[3]) % every === 0)
        .map(([i, stamp]) => [i, stamp[3] === "00" ? stamp[1] + "-" + stamp[2] : stamp[3] + ":00"]);
}

// "M… L…", lifting the pen where a value is missing.
function penPath(values, from, x, y) {
    let path = "";
    values.forEach((value, i) => {
        if (value === null) return;
        path += (i > 0 && values[i - 1] !== null ? "L" : "M") + x(from + i).toFixed(1) + " " + y(value).toFixed(1);
    });
    return path;
}

// All epochs share one scale, so that pictures do not jump from epoch to epoch.
function seriesRange(epochs) {
    const all = epochs.flatMap(sample => [...sample.past, ...sample.truth, ...Object.values(sample.forecast).flat()])
        .map(finite).filter(value => value !== null);
    let low = Math.min(...all), high = Math.max(...all);
    if (!(high - low > 1e-12)) { const room = Math.abs(high) * 0.1 || 1; low -= room; high += room; }
    const room = (high - low) * 0.04;
    return [low - room, high + room];
}

function seriesPlot(sample, range) {
    const width = 480, height = 220, left = 52, right = 12, top = 10, bottom = 26;
    const [low, high] = range, known = sample.past.length, steps = known + sample.truth.length;
    const x = step => left + (steps < 2 ? 0.5 : step / (steps - 1)) * (width - left - right);
    const y = value => height - bottom - (value - low) / (high - low) * (height - top - bottom);
    const svg = vector("svg", {viewBox: `0 0 ${width} ${height}`, role: "img",
        "aria-label": "forecast of epoch " + sample.epoch + " beside the truth"});
    for (const at of ticks(low, high)) {
        svg.append(vector("line", {class: "grid", x1: left, x2: width - right, y1: y(at), y2: y(at)}),
            vector("text", {x: left - 6, y: y(at) + 4, "text-anchor": "end"}, tickNumber(at)));
    }
    for (const [step, name] of stepTicks(sample.times)) {
        svg.append(vector("text", {x: x(step), y: height - bottom + 16, "text-anchor": "middle"}, name));
    }
    svg.append(vector("line", {class: "axis", x1: left, x2: width - right, y1: height - bottom, y2: height - bottom}));
    if (known > 0) svg.append(vector("line", {class: "start", x1: x(known), x2: x(known), y1: top, y2: height - bottom}));
    const {levels, byLevel, point} = levelsOf(sample);
    if (levels.length > 1) {
        const lowest = byLevel(levels[0]), highest = byLevel(levels[levels.length - 1]);
        const there = highest.concat([...lowest].reverse());
        if (there.every(value => value !== null)) {
            const place = i => i < highest.length ? i : 2 * highest.length - 1 - i;
            const d = there.map((value, i) => (i ? "L" : "M") + x(known + place(i)).toFixed(1) + " " + y(value).toFixed(1));
            svg.append(vector("path", {class: "band", d: d.join("") + "Z"}));
        }
    }
    const truth = [...sample.past, ...sample.truth].map(finite);
    svg.append(vector("path", {d: penPath(truth, 0, x, y), stroke: TRUTH}),
        vector("path", {d: penPath(point, known, x, y), stroke: FORECAST}));
    if (point.length === 1) {
        if (truth[known] !== null) svg.append(vector("circle", {cx: x(known), cy: y(truth[known]), r: 4, fill: TRUTH}));
        svg.append(vector("circle", {cx: x(known), cy: y(point[0]), r: 4, fill: FORECAST}));
    }
    return svg;
}

// A bar an epoch, as high as its error; a click shows that epoch's forecast.
function errorBars(example, epochs, shown, redraw) {
    const errors = epochs.map(meanError), greatest = Math.max(...errors.filter(Number.isFinite), 0) || 1;
    const bars = element("div", {class: "error-bars"});
    epochs.forEach((sample, i) => {
        const text = `epoch ${sample.epoch}: mae ${number(errors[i])}`;
        const bar = element("button", {type: "button", title: text, "aria-label": text,
            "aria-pressed": String(sample === shown)}, element("i"));
        bar.firstChild.style.height = Math.max(4, 100 * (errors[i] || 0) / greatest) + "%";
        bar.addEventListener("click", () => {
            if (i === epochs.length - 1) epochShown.delete(example); else epochShown.set(example, sample.epoch);
            redraw();
        });
        bars.append(bar);
    });
    return bars;
}

function seriesBox(example, epochs, redraw) {
    const shown = epochs.find(sample => sample.epoch === epochShown.get(example)) || epochs[epochs.length - 1];
    const legend = element("div", {class: "legend"}, key(TRUTH, "truth", false), key(FORECAST, "forecast", false));
    const levels = levelsOf(shown).levels;
    if (levels.length > 1) {
        legend.append(key("#bfe5f3", `between the quantiles ${levels[0]} and ${levels[levels.length - 1]}`, false));
    }
    return [seriesPlot(shown, seriesRange(epochs)), legend,
        element("div", {class: "epochs"},
            element("span", {}, `epoch ${shown.epoch}: mae ${number(meanError(shown))}`),
            errorBars(example, epochs, shown, redraw))];
}

function seriesTitle(sample) {
    const start = (sample.times[sample.past.length] || "").replace("T", " ");
    return (sample.series ? sample.series + ", " : "") + "from " + start;
}
