/* Chooses light or dark before the first paint, and remembers what was chosen. */
(function () {
  'use strict';
  var root = document.documentElement;
  var dark = window.matchMedia('(prefers-color-scheme: dark)');
  function stored() {
    try { return localStorage.getItem('csa-theme'); } catch (e) { return null; }
  }
  function current() {
    return root.dataset.theme || (dark.matches ? 'dark' : 'light');
  }
  function announce() {
    document.dispatchEvent(new CustomEvent('csa:theme', { detail: current() }));
  }
  root.dataset.js = '';
  if (stored() === 'dark' || stored() === 'light') {
    root.dataset.theme = stored();
  }
  dark.addEventListener('change', announce);
  document.addEventListener('click', function (event) {
    if (!event.target.closest('[data-theme-toggle]')) { return; }
    root.dataset.theme = current() === 'dark' ? 'light' : 'dark';
    try { localStorage.setItem('csa-theme', root.dataset.theme); } catch (e) { /* private mode */ }
    announce();
  });
})();
