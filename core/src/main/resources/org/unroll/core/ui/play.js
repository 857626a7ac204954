// The Play page: asks the server for the form that fits the chosen run, sends what is asked, shows the answer.
"use strict";

const question = document.getElementById("question"), answer = document.getElementById("answer");

function run() {
    return document.getElementById("asked-run")?.value ?? new URLSearchParams(location.hash.slice(1)).get("run");
}

// A service may ask for a token; this tab alone keeps it.
function authorization() {
    const token = sessionStorage.getItem("token");
    return token ? {authorization: "Bearer " + token} : {};
}

function askForToken() {
    const label = document.createElement("label"), field = document.createElement("input"), button = document.createElement("button");
    label.htmlFor = field.id = "token";
    label.textContent = "Token of this service";
    field.type = "password";
    field.required = true;
    button.textContent = "Go on";
    question.replaceChildren(label, field, button);
}

async function loadForm(name) {
    const query = name ? "?run=" + encodeURIComponent(name) : "";
    try {
        const response = await fetch("/play/form" + query, {headers: authorization()}), text = await response.text();
        if (response.ok) question.innerHTML = text;
        else if (response.status === 401) askForToken();
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
        const response = await fetch("/play/answer?" + query, {method: "POST", headers: authorization(), body: file ?? document.getElementById("text").value});
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
    const token = document.getElementById("token");
    if (token) {
        sessionStorage.setItem("token", token.value);
        loadForm(run());
    } else ask();
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
