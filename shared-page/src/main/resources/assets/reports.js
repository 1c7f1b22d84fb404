/* The reports page: rows change in place, records open in a dialog. Without this script the same links lead to pages. */
(function () {
  'use strict';
  var box = document.querySelector('[data-dialog-box]');
  var content = document.getElementById('dialog-content');
  var search = document.querySelector('[data-search]');
  var carried = document.querySelector('[data-carried]');
  var opener = null;
  var waiting = null;

  function showRows(url) {
    window.htmx.ajax('GET', url, { target: '#records', select: '#records', swap: 'outerHTML', source: document.body })
      .then(function () {
        history.replaceState(null, '', url);
        carry(new URL(url, location.href).searchParams);
      });
  }

  /* What the search form carries along is what is shown now; its own fields and the place in the list are not carried. */
  function carry(shown) {
    var fields = [];
    shown.forEach(function (value, name) {
      if (['q', 'page_size', 'page', 'cursor'].indexOf(name) >= 0) { return; }
      var field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      field.value = value;
      fields.push(field);
    });
    carried.replaceChildren.apply(carried, fields);
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
  /* A filter goes with what the address says now, which the rows may have changed since the bar was written. */
  document.addEventListener('csa:go', function (event) {
    var wanted = new URL(event.detail, location.href);
    var shown = new URL(location.href).searchParams;
    ['q', 'page_size', 'sort', 'order', 'columns'].forEach(function (name) {
      wanted.searchParams.delete(name);
      shown.getAll(name).forEach(function (value) { wanted.searchParams.append(name, value); });
    });
    event.preventDefault();
    location.assign(wanted.href);
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
