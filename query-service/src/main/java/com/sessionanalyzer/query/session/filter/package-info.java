/** Which session records are asked for, in an address, on a page and over the records themselves. */
@NullMarked
package com.sessionanalyzer.query.session.filter;

import org.jspecify.annotations.NullMarked;
