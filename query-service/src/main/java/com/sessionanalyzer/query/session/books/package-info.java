/** The books: what came in, what is counted and what is stored, from three places, side by side. */
@NullMarked
package com.sessionanalyzer.query.session.books;

import org.jspecify.annotations.NullMarked;
