// The Play page: asks the server for the form that fits the chosen run, sends what is asked, shows the answer.
"use strict";

const question = document.getElementById("question"), answer = document.getElementById("answer");

function run() {
    return document.getElementById("asked-run")?.value ?? new URLSearchParams(location.hash.slice(1)).get("run");
}

async function loadForm(name) {
    const query = name ? "?run=" + encodeURIComponent(name) : "";
    try {
        const response = await fetch("/play/form" + query), text = await response.text();
        if (response.ok) question.innerHTML = text;
        else tell(text);
    } catch (error) {
        tell("The server does not answer; it may have ended.");
    }
}

function tell(message) {
    const note = document.createElement("p");
    note.className = "note wrong";
    note.textContent = message;
    answer.replaceChildren(note);
}

async function ask() {
    const button = document.getElementById("ask"), file = document.getElementById("file")?.files[0];
    const query = new URLSearchParams({run: run()});
    if (file) query.set("file", file.name);
    button.disabled = true;
    answer.setAttribute("aria-busy", "true");
    try {
        const response = await fetch("/play/answer?" + query, {method: "POST", body: file ?? document.getElementById("text").value});
        const text = await response.text();
        if (response.ok) answer.innerHTML = text;
        else tell(text || response.statusText);
    } catch (error) {
        tell("The server does not answer; it may have ended.");
    }
    answer.setAttribute("aria-busy", "false");
    button.disabled = false;
}

question.addEventListener("submit", event => {
    event.preventDefault();
    ask();
});
question.addEventListener("change", event => {
    if (event.target.id === "asked-run") {
        answer.replaceChildren();
        location.hash = "run=" + encodeURIComponent(event.target.value);
    }
});
question.addEventListener("keydown", event => {
    if (event.target.id === "text" && event.key === "Enter" && (event.ctrlKey || event.metaKey)) question.requestSubmit();
});
document.addEventListener("dragover", event => {
    event.preventDefault();
    document.body.classList.add("dropping");
});
document.addEventListener("dragleave", event => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
});
document.addEventListener("drop", event => {
    event.preventDefault();
    document.body.classList.remove("dropping");
    const field = document.getElementById("file");
    if (field && event.dataTransfer.files.length > 0) {
        field.files = event.dataTransfer.files;
        question.requestSubmit();
    }
});
window.addEventListener("hashchange", () => loadForm(new URLSearchParams(location.hash.slice(1)).get("run")));
loadForm(run());
