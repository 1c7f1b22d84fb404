/** The desk for rejected session records: finding them, putting them right, settling them. */
@NullMarked
package com.sessionanalyzer.query.session.rejection;

import org.jspecify.annotations.NullMarked;
