package com.sessionanalyzer.ingest.session;

/** The examples of bulk posts in the API's documentation; those that are sent are the files of {@code samples/}. */
final class BulkExamples {

    static final String NDJSON = """
            {"customer": "mediconas.cz", "region": "EU", "sessions": 3, "source": "FB Pages", "destination": "BQ", "time_consumed": 15}
            {"customer": "acme.com", "region": "US", "sessions": 12, "source": "MySQL", "destination": "Snowflake"}
            {"customer": "nobody.example", "sessions": 1, "source": "MySQL", "destination": "BQ"}
            """;

    static final String CSV = """
            Customer,Region,Sessions,Source,Destination,Time Consumed,Observation
            mediconas.cz,EU,3,FB Pages,BQ,15,"Could not map a column,
            and said so."
            acme.com,US,12,MySQL,Snowflake,,
            """;

    static final String TEXT = """
            Customer: mediconas.cz [15 mins]
            Region: EU
            Sessions: 3
            Source: FB Pages
            Destination: BQ

            Customer: acme.com
            Region: US
            Sessions: 12
            Source: MySQL
            Destination: Snowflake
            """;

    static final String ANSWER = """
            {
              "id": "7c9e6679-7425-80de-944b-e07fc1f90ae7",
              "name": "2025.ndjson",
              "state": "complete",
              "received": 3,
              "recorded": 2,
              "replayed": 0,
              "rejected": 1,
              "bytes": 326,
              "lines": 3,
              "rejections": [
                {"field": "region", "line": 3, "value": "", "rule": "required", "message": "Region is required"}
              ],
              "total": {"received": 3, "recorded": 2, "rejected": 1},
              "position": "0@12,3@88",
              "links": {
                "import": "/api/imports/7c9e6679-7425-80de-944b-e07fc1f90ae7",
                "rejects": "/rejects?delivery=7c9e6679-7425-80de-944b-e07fc1f90ae7",
                "rejections": "/api/rejections?delivery=7c9e6679-7425-80de-944b-e07fc1f90ae7",
                "download": "/api/rejections/download?delivery=7c9e6679-7425-80de-944b-e07fc1f90ae7&format=text"
              }
            }
            """;

    static final String ITEMS = """
            {"line":1,"fate":"recorded","id":"7c9e6679-7425-8000-8000-0000003fc1f9"}
            """;

    static final String TRUNCATED = """
            {
              "type": "/problems/unreadable-content",
              "title": "The content cannot be read to its end",
              "status": 400,
              "detail": "The gzip content is not complete: it ends before its end. The records up to line 2000 are settled. Send it again with the same Idempotency-Key, and only the rest is settled.",
              "error": "The gzip content is not complete: it ends before its end. The records up to line 2000 are settled. Send it again with the same Idempotency-Key, and only the rest is settled.",
              "id": "7c9e6679-7425-80de-944b-e07fc1f90ae7",
              "state": "interrupted",
              "received": 2000,
              "recorded": 2000,
              "replayed": 0,
              "rejected": 0,
              "line": 2000,
              "position": "0@12,3@88"
            }
            """;

    static final String IMPORT = """
            {
              "id": "7c9e6679-7425-80de-944b-e07fc1f90ae7",
              "name": "2025.ndjson",
              "state": "running",
              "channel": "bulk",
              "content_type": "application/x-ndjson",
              "started_at": "2026-01-31T08:30:00Z",
              "updated_at": "2026-01-31T08:30:04Z",
              "size": 171000000,
              "bytes": 85500000,
              "lines": 500000,
              "received": 500000,
              "recorded": 499000,
              "rejected": 1000,
              "reasons": {"region:required": 1000},
              "position": "0@83167,1@83201",
              "progress": {
                "dry_run": false,
                "replayed": 0,
                "arrived": 86000000,
                "rate": 125000,
                "share": 0.5,
                "seconds_left": 4
              },
              "links": {
                "import": "/api/imports/7c9e6679-7425-80de-944b-e07fc1f90ae7",
                "rejects": "/rejects?delivery=7c9e6679-7425-80de-944b-e07fc1f90ae7",
                "rejections": "/api/rejections?delivery=7c9e6679-7425-80de-944b-e07fc1f90ae7",
                "download": "/api/rejections/download?delivery=7c9e6679-7425-80de-944b-e07fc1f90ae7&format=text"
              }
            }
            """;

    private BulkExamples() {}
}
