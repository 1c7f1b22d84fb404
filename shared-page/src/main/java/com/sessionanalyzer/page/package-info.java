/** The frame of every page: navigation, messages, assets and problem answers. Knows no domain but the list of pages. */
@NullMarked
package com.sessionanalyzer.page;

import org.jspecify.annotations.NullMarked;
