/* Fills a text area with a sample record. */
(function () {
  'use strict';
  var SAMPLE = 'Customer: acme.com [25 mins]\nRegion: EU\nSessions: 12\nSource: FB Pages\nDestination: BQ\nObservation: Connector errors do not say what to do.\n';
  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-sample]');
    if (!button) { return; }
    var area = document.getElementById(button.dataset.sample);
    area.value = (area.value.trim() ? area.value.trimEnd() + '\n\n' : '') + SAMPLE;
    area.dispatchEvent(new Event('input', { bubbles: true }));
    area.focus();
  });
})();
