/* Keeps the books current: fetches the page again and takes over what changed, so focus and scrolling stay. */
(function () {
  'use strict';
  var INTERVAL = 2000;
  var badge = document.querySelector('[data-books-live]');
  var words = badge.querySelector('[data-books-live-text]');

  function each(name, change) {
    document.querySelectorAll('[' + name + ']').forEach(function (element) { change(element, element.getAttribute(name)); });
  }

  function patch(fresh) {
    function twin(name, key) { return fresh.querySelector('[' + name + '="' + key + '"]'); }
    each('data-patch', function (element, key) {
      var other = twin('data-patch', key);
      if (element.textContent !== other.textContent) { element.textContent = other.textContent; }
      if (other.dateTime) { element.dateTime = other.dateTime; }
    });
    each('data-patch-class', function (element, key) { element.className = twin('data-patch-class', key).className; });
    each('data-patch-html', function (element, key) {
      var other = twin('data-patch-html', key);
      if (!element.isEqualNode(other)) { element.replaceChildren.apply(element, Array.from(other.childNodes).map(function (node) { return document.importNode(node, true); })); }
    });
  }

  function state(name, text) { badge.dataset.state = name; words.textContent = text; }

  function look() {
    if (document.hidden) { return Promise.resolve(); }
    return fetch(location.pathname, { headers: { Accept: 'text/html' } })
      .then(function (answer) { return answer.ok ? answer.text() : Promise.reject(answer.status); })
      .then(function (html) {
        var fresh = new DOMParser().parseFromString(html, 'text/html');
        if (!fresh.querySelector('[data-books-live]')) { return Promise.reject('another page'); }
        patch(fresh);
        state('live', 'Live · as of');
      })
      .catch(function () { state('off', 'Not live, trying again · as of'); });
  }

  function again() { setTimeout(function () { look().then(again); }, INTERVAL); }

  document.addEventListener('visibilitychange', look);
  again();
})();
