/** Programs of the product as processes of their own, to be started, asked, killed and started again by tests. */
@NullMarked
package com.sessionanalyzer.testing.process;

import org.jspecify.annotations.NullMarked;
