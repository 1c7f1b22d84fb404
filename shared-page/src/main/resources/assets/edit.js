/* The edit page: only the fields of a highlight that apply are shown. Without this script all of them are. */
(function () {
  'use strict';
  var form = document.querySelector('[data-edit-form]');
  if (!form) { return; }

  function show() {
    form.querySelector('[data-highlight]').hidden = !form.elements.has_highlight.checked;
    form.querySelector('[data-highlight-details]').hidden = form.elements.highlight_type.value !== 'other';
  }

  form.addEventListener('change', function (event) {
    if (event.target.name === 'highlight_type' && event.target.value !== 'other') { form.elements.highlight_details.value = ''; }
    show();
  });
  show();
  var wrong = form.querySelector('[aria-invalid="true"]');
  if (wrong) { wrong.focus(); }
})();
