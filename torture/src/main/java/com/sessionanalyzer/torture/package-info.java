/** Real clients, kills at random moments, and the checks that nothing is lost and nothing doubled. */
@NullMarked
package com.sessionanalyzer.torture;

import org.jspecify.annotations.NullMarked;
