// A sentence, what the net made of it and what the data says, as rows of words; where it looked.
"use strict";

const CELL = 22, CHARACTER = 8, LONGEST_LABEL = 24;

function wordRow(name, sentence, kind) {
    const words = sentence.split(/\s+/).filter(word => word !== "");
    return element("tr", {class: kind}, element("th", {scope: "row"}, name),
        element("td", {}, ...words.flatMap(word => [element("span", {class: "word"}, word), " "])));
}

function shortLabel(word) {
    const letters = [...word];
    return letters.length <= LONGEST_LABEL ? word : letters.slice(0, LONGEST_LABEL - 1).join("") + "…";
}

function labelRoom(words) {
    return CHARACTER * Math.max(1, ...words.map(word => shortLabel(word).length)) + 10;
}

// As the report draws it: a row for each word written, a column for each word read.
function heatMap(alignment) {
    const left = labelRoom(alignment.target), top = labelRoom(alignment.source);
    const rows = Math.min(alignment.target.length, alignment.weights.length);
    const width = left + CELL * alignment.source.length + 10, height = top + CELL * rows + 10;
    const svg = vector("svg", {class: "alignment", viewBox: `0 0 ${width} ${height}`, width, height,
        role: "img", "aria-label": "where the net looked for each word"});
    alignment.source.forEach((word, i) => svg.append(vector("text",
        {transform: `translate(${left + CELL * i + 15} ${top - 5}) rotate(-90)`}, shortLabel(word))));
    for (let row = 0; row < rows; row++) {
        const y = top + CELL * row;
        svg.append(vector("text", {x: left - 5, y: y + 15, "text-anchor": "end"}, shortLabel(alignment.target[row])));
        alignment.weights[row].forEach((weight, i) => {
            const share = finite(weight) || 0;
            svg.append(vector("rect", {x: left + CELL * i, y, width: CELL - 1, height: CELL - 1,
                "fill-opacity": share.toFixed(3)}, vector("title", {}, share.toFixed(3))));
        });
    }
    return svg;
}

function pairBox(epochs, all) {
    const latest = epochs[epochs.length - 1];
    const right = latest.truth === latest.predicted;
    const words = element("table", {class: "words"}, element("tbody", {},
        wordRow("source", latest.text, ""),
        wordRow("output", latest.predicted, right ? "right" : "wrong"),
        wordRow("reference", latest.truth, "")));
    const box = [words];
    if (latest.alignment.weights.length > 0) box.push(heatMap(latest.alignment));
    const newest = [...epochs].reverse();
    const rows = (all ? newest : newest.slice(0, EPOCHS_SHOWN)).map(sample =>
        element("tr", {class: sample === latest ? "latest" : ""},
            element("td", {}, String(sample.epoch)),
            element("td", {class: sample.truth === sample.predicted ? "right" : ""}, sample.predicted)));
    const head = element("tr", {}, element("th", {}, "epoch"), element("th", {}, "output"));
    box.push(element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
    return box;
}
