package com.sessionanalyzer.query.session.insights;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An answer to a query as it is told.
 *
 * @param timeZone in which its days begin
 */
@Schema(name = "QueryAnswer")
@JsonNaming(SnakeCaseStrategy.class)
record QueryAnswerInZone(String timeZone, @JsonUnwrapped QueryAnswer answer) {}
