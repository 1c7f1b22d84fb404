/** Receipts: what became of one record, from its way in to its end. */
@NullMarked
package com.sessionanalyzer.query.session.receipt;

import org.jspecify.annotations.NullMarked;
