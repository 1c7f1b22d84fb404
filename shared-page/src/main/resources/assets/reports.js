/* The reports page: rows change in place, records open in a dialog. Without this script the same links lead to pages. */
(function () {
  'use strict';
  var box = document.querySelector('[data-dialog-box]');
  var content = document.getElementById('dialog-content');
  var search = document.querySelector('[data-search]');
  var opener = null;
  var waiting = null;

  function showRows(url) {
    window.htmx.ajax('GET', url, { target: '#records', select: '#records', swap: 'outerHTML', source: document.body })
      .then(function () {
        history.replaceState(null, '', url);
        var chosen = new URL(url, location.href).searchParams;
        ['sort', 'order'].forEach(function (name) { if (chosen.has(name)) { search.elements[name].value = chosen.get(name); } });
      });
  }

  function searchAddress() {
    return search.action + '?' + new URLSearchParams(new FormData(search)).toString();
  }

  function plain(event) {
    return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  }

  function open(link) {
    opener = link;
    window.htmx.ajax('GET', link.href, { target: '#dialog-content', select: '#record', swap: 'innerHTML', source: document.body })
      .then(function () {
        if (!content.firstElementChild) { location.assign(link.href); return; }
        box.showModal();
      });
  }

  document.addEventListener('click', function (event) {
    var link = event.target.closest('a');
    if (!link || !plain(event)) { return; }
    if (link.matches('[data-swap]')) { event.preventDefault(); showRows(link.href); }
    if (link.matches('[data-dialog]')) { event.preventDefault(); open(link); }
    if (link.matches('[data-dialog-close]') && box.open) { event.preventDefault(); box.close(); }
  });
  search.addEventListener('submit', function (event) { event.preventDefault(); showRows(searchAddress()); });
  search.addEventListener('input', function () {
    clearTimeout(waiting);
    waiting = setTimeout(function () { showRows(searchAddress()); }, 250);
  });
  box.addEventListener('click', function (event) { if (event.target === box) { box.close(); } });
  box.addEventListener('close', function () {
    content.replaceChildren();
    if (opener && opener.isConnected) { opener.focus(); }
  });
})();
