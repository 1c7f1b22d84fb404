/** What requests to the API have in common; knows no domain. */
@NullMarked
package com.sessionanalyzer.query.request;

import org.jspecify.annotations.NullMarked;
