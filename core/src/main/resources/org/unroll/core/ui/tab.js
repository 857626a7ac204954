
// Added by Unroll: tabs for its pages in the sidebar of DL4J's, and the project's name.
(function () {
    var language = document.querySelector(".sidebar-nav .nav .nav-dropdown");
    if (!language) return;
    function add(id, path, icon, name) {
        var item = document.createElement("li");
        item.className = "nav-item";
        var link = document.createElement("a");
        link.className = "nav-link";
        link.href = path;
        link.id = id;
        var picture = document.createElement("i");
        picture.className = "nav-icon " + icon;
        link.appendChild(picture);
        link.appendChild(document.createTextNode(name));
        item.appendChild(link);
        language.parentNode.insertBefore(item, language);
    }
    add("runsTab", "/runs", "cui-layers", "Runs");
    add("samplesTab", "/samples", "cui-list", "Samples");
    add("playTab", "/play", "cui-comment-square", "Play");

    var header = document.querySelector(".app-header .header-text");
    if (header) {
        header.href = "/runs";
        header.textContent = "Unroll";
    }
    // Which run the charts are of: DL4J says so only where there are several to choose from.
    fetch("/train/sessions/current").then(answer => answer.ok ? answer.text() : "").then(run => {
        if (!header || !run) return;
        var name = document.createElement("span");
        name.id = "shownRun";
        name.style.cssText = "color: #fff; margin-left: 24px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap;";
        name.textContent = run;
        header.after(name);
    });
    document.title = document.title.replace(/DL4J Training UI/, "Unroll");

    // DL4J M2.1 has these two rows but never fills them.
    var style = document.createElement("style");
    style.textContent = "tr:has(> #startTime:empty), tr:has(> #totalRuntime:empty) { display: none; }";
    document.head.appendChild(style);
})();
