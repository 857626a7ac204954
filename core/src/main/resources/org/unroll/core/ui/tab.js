
// Added by Unroll: a tab for the Samples page in the sidebar of DL4J's pages.
(function () {
    var language = document.querySelector(".sidebar-nav .nav .nav-dropdown");
    if (!language) return;
    var item = document.createElement("li");
    item.className = "nav-item";
    var link = document.createElement("a");
    link.className = "nav-link";
    link.href = "/samples";
    link.id = "samplesTab";
    var icon = document.createElement("i");
    icon.className = "nav-icon cui-list";
    link.appendChild(icon);
    link.appendChild(document.createTextNode("Samples"));
    item.appendChild(link);
    language.parentNode.insertBefore(item, language);

    // DL4J M2.1 has these two rows but never fills them.
    var style = document.createElement("style");
    style.textContent = "tr:has(> #startTime:empty), tr:has(> #totalRuntime:empty) { display: none; }";
    document.head.appendChild(style);
})();
