package com.sessionanalyzer.query.session.rejection;

import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What a dismissal does, or would do, to a group.
 *
 * @param selected  rejections that it is about
 * @param dismissed of them, those that are settled now, or would be
 * @param remaining of them, those that stay open, because one request is bounded
 */
@JsonNaming(SnakeCaseStrategy.class)
public record DismissSummary(boolean dryRun, long selected, long dismissed, long remaining) {}
