/* The filter bar: answers follow each choice at once, addresses stay short, boxes close by themselves. Without this script it is a form with a button. */
(function () {
  'use strict';
  function form() { return document.querySelector('[data-filter-form]'); }

  function address(of) {
    var said = new URLSearchParams();
    new FormData(of).forEach(function (value, name) {
      if (String(value).trim() && !(name === 'period' && value === 'all')) { said.append(name, String(value).trim()); }
    });
    if (said.has('from')) { said.delete('period'); }
    if (!said.has('from') && !said.has('period')) { said.delete('compare'); }
    var query = said.toString();
    return of.getAttribute('action') + (query ? '?' + query : '');
  }

  function show(url) {
    if (document.dispatchEvent(new CustomEvent('csa:go', { detail: url, cancelable: true }))) { location.assign(url); }
  }

  function close(except) {
    document.querySelectorAll('.pick[open]').forEach(function (box) { if (box !== except) { box.open = false; } });
  }

  document.addEventListener('change', function (event) {
    var of = event.target.closest('[data-filter-form]');
    if (!of || !of.reportValidity()) { return; }
    if (event.target.name === 'period') { of.elements.from.value = ''; of.elements.to.value = ''; }
    if (event.target.name === 'to' && !of.elements.from.value) { return; }
    show(address(of));
  });
  document.addEventListener('submit', function (event) {
    if (event.target !== form()) { return; }
    event.preventDefault();
    show(address(event.target));
  });
  document.addEventListener('click', function (event) { close(event.target.closest('.pick')); });
  document.addEventListener('keydown', function (event) {
    var box = event.key === 'Escape' && event.target.closest('.pick[open]');
    if (box) { box.open = false; box.querySelector('summary').focus(); }
  });
})();
