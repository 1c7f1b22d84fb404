package com.sessionanalyzer.ingest.session;

/** The examples of the API's documentation; those that are posted are the files of {@code samples/}. */
final class UploadExamples {

    static final String TEXT = """
            {
              "session_data": "Customer: mediconas.cz [15 mins]\\nRegion: EU\\nSessions: 3\\nSource: FB Pages\\nDestination: BQ\\nTime Consumed: 15\\nObservation: Could not map a column."
            }
            """;

    static final String FIELDS = """
            {
              "customer": "mediconas.cz",
              "region": "EU",
              "sessions": 3,
              "source": "FB Pages",
              "destination": "BQ",
              "time_consumed": 15,
              "observation": "Could not map a column.",
              "has_highlight": true,
              "highlight_type": "error_gap",
              "highlight_url": "https://tickets.example.com/42"
            }
            """;

    static final String RECORDED = """
            {
              "success": true,
              "data": {
                "id": "019a9e2b-3f00-7000-8c1d-2a5b7c9d0e1f",
                "customer": "mediconas.cz",
                "region": "EU",
                "sessions": 3,
                "source": "FB Pages",
                "destination": "BQ",
                "time_consumed": 15,
                "observation": "Could not map a column.",
                "has_highlight": false,
                "highlight_url": null,
                "highlight_type": null,
                "highlight_details": null,
                "uploaded_at": "2026-01-31T08:30:00Z",
                "created_at": "2026-01-31T08:30:00Z"
              }
            }
            """;

    static final String REJECTED = """
            {
              "type": "/problems/invalid-record",
              "title": "No record could be stored",
              "status": 400,
              "detail": "Failed to parse session data. Missing fields: region. Please check the format.",
              "error": "Failed to parse session data. Missing fields: region. Please check the format.",
              "errors": [
                {"field": "region", "line": 2, "value": "", "rule": "required", "message": "Region is required"}
              ]
            }
            """;

    static final String SOME_RECORDED = """
            {
              "success": false,
              "results": [
                {
                  "success": true,
                  "data": {
                    "id": "019a9e2b-3f00-7000-8c1d-2a5b7c9d0e1f",
                    "customer": "mediconas.cz",
                    "region": "EU",
                    "sessions": 3,
                    "source": "FB Pages",
                    "destination": "BQ",
                    "time_consumed": 15,
                    "observation": "",
                    "has_highlight": false,
                    "highlight_url": null,
                    "highlight_type": null,
                    "highlight_details": null,
                    "uploaded_at": "2026-01-31T08:30:00Z",
                    "created_at": "2026-01-31T08:30:00Z"
                  },
                  "line": 1
                },
                {
                  "success": false,
                  "error": "Failed to parse session data. Missing fields: region. Please check the format.",
                  "errors": [
                    {"field": "region", "line": 7, "value": "", "rule": "required", "message": "Region is required"}
                  ],
                  "line": 7
                }
              ]
            }
            """;

    static final String BOTH = """
            {
              "type": "/problems/malformed-request",
              "title": "The request cannot be processed",
              "status": 422,
              "detail": "Send either session_data or the fields of one record, not both.",
              "error": "Send either session_data or the fields of one record, not both."
            }
            """;

    static final String UNAVAILABLE = """
            {
              "type": "/problems/unavailable",
              "title": "Not available at the moment",
              "status": 503,
              "detail": "Kafka did not confirm in time that the records are stored; please try again in a few seconds.",
              "error": "Kafka did not confirm in time that the records are stored; please try again in a few seconds."
            }
            """;

    static final String TEXT_FORM =
            "session_data=Customer%3A+mediconas.cz%0ARegion%3A+EU%0ASessions%3A+3%0ASource%3A+FB+Pages%0ADestination%3A+BQ"
                    + "&page=%2Finput&_csrf=qYEv8";

    static final String RECORD_FORM = "customer=mediconas.cz&region=EU&sessions=3&source=FB+Pages&destination=BQ"
            + "&time_consumed=15&observation=&page=%2Finput&_csrf=qYEv8";

    static final String PAGE = "<!DOCTYPE html><html lang=\"en\">…</html>";

    static final String IN_PROGRESS = """
            {
              "type": "/problems/in-progress",
              "title": "The same is being done at this moment",
              "status": 409,
              "detail": "A post with this Idempotency-Key is being recorded at this moment.",
              "error": "A post with this Idempotency-Key is being recorded at this moment."
            }""";

    static final String REUSED = """
            {
              "type": "/problems/idempotency-key-reused",
              "title": "The key belongs to another request",
              "status": 422,
              "detail": "This Idempotency-Key came with another body before. Nothing was recorded.",
              "error": "This Idempotency-Key came with another body before. Nothing was recorded."
            }""";

    private UploadExamples() {}
}
