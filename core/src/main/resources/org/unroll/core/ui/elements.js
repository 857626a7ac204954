// Building blocks of the page. Everything a run says reaches it as text nodes, never as HTML.
"use strict";

// No red and no green: those say wrong and right.
const COLOURS = ["#20a8d8", "#ffb64d", "#7b5bb5", "#8f9aa5", "#0b5c7a", "#d98ab8", "#a0785a", "#b8a832"];
const OTHER = "#e4e7ea";

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

// Beside an axis whole thousands are easier to compare than powers of ten.
function tickNumber(value) {
    const size = Math.abs(value);
    return size >= 1000 && size < 1e7 ? value.toLocaleString("en", {maximumFractionDigits: 0}) : number(value);
}

function number(value) {
    if (value === 0) return "0";
    if (!Number.isFinite(value)) return "–";
    const size = Math.abs(value);
    return size >= 1000 || size < 0.001 ? value.toExponential(1) : String(Number(value.toPrecision(3)));
}
