/* The input page: tabs, the highlight block, and the record as text while it is typed. */
(function () {
  'use strict';
  var page = document.querySelector('[data-input-page]');
  var form = page.querySelector('[data-record-form]');
  var preview = document.getElementById('preview');
  var tabs = Array.prototype.slice.call(page.querySelectorAll('[role="tab"]'));

  function select(tab, focus) {
    tabs.forEach(function (each) {
      var chosen = each === tab;
      var panel = document.getElementById(each.getAttribute('aria-controls'));
      each.setAttribute('aria-selected', String(chosen));
      each.tabIndex = chosen ? 0 : -1;
      panel.setAttribute('role', 'tabpanel');
      panel.setAttribute('aria-labelledby', each.id);
      panel.hidden = !chosen;
    });
    if (focus) { tab.focus(); }
  }

  tabs.forEach(function (tab, index) {
    tab.addEventListener('click', function () { select(tab, false); });
    tab.addEventListener('keydown', function (event) {
      var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) { event.preventDefault(); select(tabs[(index + step + tabs.length) % tabs.length], true); }
    });
  });

  /* The record as the server would write it, so that the preview, pasted, is the same record. */
  var BLANK = '[\\s\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]*';
  var OPENS_A_RECORD = new RegExp('^(' + BLANK + ')(\\\\*' + BLANK + 'customer' + BLANK + '[:\\uff1a])', 'i');
  var LINE_BREAK = /\r\n|[\n-\r\u0085\u2028\u2029]/;

  function value(name) { return form.elements[name].value.trim(); }

  function oneLine(name) { return value(name).replace(/\s+/g, ' '); }

  function line(label, text) { return text ? label + ': ' + text : null; }

  function customer(minutes) {
    var name = oneLine('customer').replace(/\[/g, '\\[');
    return name && minutes ? name + ' [' + minutes + (minutes === '1' ? ' min]' : ' mins]') : name;
  }

  function observation() {
    return value('observation').split(LINE_BREAK).map(function (text, index) {
      return index ? text.replace(OPENS_A_RECORD, '$1\\$2') : text;
    }).join('\n');
  }

  function highlightLines() {
    if (!form.elements.has_highlight.checked) { return []; }
    var type = form.elements.highlight_type;
    return [
      line('Highlight', type.value && type.options[type.selectedIndex].text),
      line('Highlight URL', oneLine('highlight_url')),
      type.value === 'other' ? line('Highlight Details', oneLine('highlight_details')) : null
    ];
  }

  function text() {
    var minutes = value('time_consumed');
    return [
      line('Customer', customer(minutes)),
      line('Region', oneLine('region')),
      line('Sessions', oneLine('sessions')),
      line('Source', oneLine('source')),
      line('Destination', oneLine('destination')),
      line('Time Consumed', minutes)
    ].concat(highlightLines(), [line('Observation', observation())])
      .filter(Boolean).join('\n');
  }

  function highlight() {
    var on = form.elements.has_highlight.checked;
    var other = form.elements.highlight_type.value === 'other';
    form.querySelector('[data-highlight]').hidden = !on;
    form.querySelector('[data-highlight-details]').hidden = !other;
  }

  function clearHighlight() {
    ['highlight_type', 'highlight_url', 'highlight_details'].forEach(function (name) { form.elements[name].value = ''; });
  }

  function clearErrors() {
    form.querySelectorAll('.wrong').forEach(function (message) { message.remove(); });
    form.querySelectorAll('[aria-invalid]').forEach(function (field) { field.removeAttribute('aria-invalid'); });
  }

  function empty() {
    Array.prototype.forEach.call(form.elements, function (field) {
      if (field.type === 'checkbox') { field.checked = false; }
      else if (field.name && field.type !== 'hidden') { field.value = ''; }
    });
  }

  function show() {
    highlight();
    preview.textContent = text() || 'The record appears here while you type.';
  }

  /* What is known of the customer, asked of the service that knows; without an answer nothing is said. */
  var known = document.createElement('p');
  known.className = 'hint known';
  known.id = 'customer-known';
  known.setAttribute('role', 'status');
  form.elements.customer.insertAdjacentElement('afterend', known);
  var asked = null;
  var pause = null;

  function ago(instant) {
    var minutes = Math.max(0, Math.round((Date.now() - Date.parse(instant)) / 60000));
    var steps = [['minute', 60], ['hour', 24], ['day', 365], ['year', Infinity]];
    for (var i = 0, size = minutes; i < steps.length; size = Math.floor(size / steps[i][1]), i++) {
      if (size < steps[i][1]) { return size ? size + ' ' + steps[i][0] + (size === 1 ? '' : 's') + ' ago' : 'just now'; }
    }
  }

  /* Who, when nobody is named: the door that it came in by. */
  var doors = { form: 'somebody with the form', text: 'somebody with pasted text', api: 'a program', bulk: 'an import', stream: 'a Kafka producer', desk: 'somebody at the desk' };

  function sentence(hint) {
    if (hint.known) {
      var last = hint.last_review;
      return (hint.merged ? 'Goes to ' + hint.customer + ', which was reviewed ' : 'This customer was reviewed ') +
        (last ? ago(last.at) + ' by ' + (last.sender || doors[last.channel] || 'somebody') + ', ' : '') +
        hint.records + (hint.records === 1 ? ' time' : ' times') + ' in all.';
    }
    return hint.did_you_mean.length ? 'New. Did you mean ' + hint.did_you_mean.map(function (meant) {
      return meant.customer; }).join(' or ') + '?' : '';
  }

  function askAbout(name) {
    asked = name;
    known.textContent = '';
    if (!name || !window.fetch) { return; }
    fetch('/api/customers/hint?name=' + encodeURIComponent(name), { headers: { Accept: 'application/json' } })
      .then(function (answer) { return answer.ok ? answer.json() : null; })
      .then(function (hint) { if (hint && asked === name) { known.textContent = sentence(hint); } })
      .catch(function () { known.textContent = ''; });
  }

  form.elements.customer.addEventListener('input', function () {
    clearTimeout(pause);
    pause = setTimeout(function () { if (oneLine('customer') !== asked) { askAbout(oneLine('customer')); } }, 300);
  });

  form.addEventListener('input', show);
  form.addEventListener('change', function (event) {
    if (event.target.name === 'has_highlight' && !event.target.checked) { clearHighlight(); }
    if (event.target.name === 'highlight_type' && event.target.value !== 'other') { form.elements.highlight_details.value = ''; }
    show();
  });
  form.addEventListener('reset', function (event) {
    event.preventDefault();
    empty();
    clearErrors();
    show();
    form.elements.customer.focus();
  });

  select(tabs[page.dataset.mode === 'text' ? 1 : 0], false);
  show();
  var wrong = form.querySelector('[aria-invalid="true"]');
  if (wrong && page.dataset.mode !== 'text') { wrong.focus(); }
})();
