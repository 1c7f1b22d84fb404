/** What the tests of every module share: a broker, a database and builders of records. */
@NullMarked
package com.sessionanalyzer.testing;

import org.jspecify.annotations.NullMarked;
