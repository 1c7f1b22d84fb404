/** Session records: their text, form and JSON, the rules they keep, and the endpoints that take them. */
@NullMarked
package com.sessionanalyzer.ingest.session;

import org.jspecify.annotations.NullMarked;
