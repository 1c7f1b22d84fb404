package com.sessionanalyzer.query.session;

/** The examples of the API's description. */
public final class SessionApiExamples {

    public static final String SESSION = """
            {"id":"01890a5d-ac96-774b-bcce-b302099a8057","customer":"acme.com","region":"EU","sessions":5,\
            "source":"MySQL","destination":"BigQuery","time_consumed":15,"observation":"Mapping was unclear",\
            "has_highlight":true,"highlight_url":"https://acme.atlassian.net/browse/CS-7",\
            "highlight_type":"error_gap","highlight_details":null,\
            "uploaded_at":"2026-03-14T12:00:00Z","created_at":"2026-03-14T12:00:00Z"}""";

    public static final String SESSIONS = "[" + SESSION + "]";

    public static final String INSIGHTS = """
            {"total_sessions_reviewed":8,"total_customers":1,"total_records":2,\
            "duplicate_customers":[{"customer":"acme.com","occurrences":2}],"duplicate_customers_count":1,\
            "region_distribution":{"EU":2},"source_distribution":{"MySQL":2},\
            "destination_distribution":{"BigQuery":1,"Snowflake":1},\
            "regions_covered":1,"sources_covered":1,"destinations_covered":2,\
            "customers_by_region":{"EU":1},"customers_by_source":{"MySQL":1},\
            "customers_by_destination":{"BigQuery":1,"Snowflake":1},\
            "combinations":[{"customer":"acme.com","source":"MySQL","destination":"BigQuery","count":1}],\
            "combinations_count":2,"routes":[{"source":"MySQL","destination":"BigQuery","records":1}],\
            "uploads_by_date":[{"date":"2026-03-14","count":2}],"sessions_with_time_consumed":1,\
            "time_consumed_distribution":{"15":1},\
            "daily_time_consumed":[{"date":"2026-03-14","total_minutes":15,"session_count":1,"hours":0.25}],\
            "total_time_consumed_minutes":15,"total_time_consumed_hours":0.25,"as_of":"2026-03-14T12:00:00Z"}""";

    public static final String FRAME = """
            retry: 1000

            id: 42
            event: insights
            data: {"total_sessions_reviewed":8,"total_customers":1,"total_records":2}

            """;

    public static final String WRONG_PARAMETER = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"page_size must be in 1..100.","error":"page_size must be in 1..100.",\
            "parameter":"page_size","rule":"must be in 1..100",\
            "faults":[{"parameter":"page_size","rule":"must be in 1..100"}]}""";

    public static final String WRONG_LIMIT = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"limit must be a number from 0.","error":"limit must be a number from 0.",\
            "parameter":"limit","rule":"must be a number from 0"}""";

    public static final String WRONG_ID = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"id must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057.",\
            "error":"id must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057.",\
            "parameter":"id","rule":"must be a UUID like 01890a5d-ac96-774b-bcce-b302099a8057"}""";

    public static final String NOT_FOUND = """
            {"type":"/problems/not-found","title":"There is nothing here","status":404,\
            "detail":"There is no record with the id 01890a5d-ac96-774b-bcce-b302099a8057.",\
            "error":"There is no record with the id 01890a5d-ac96-774b-bcce-b302099a8057."}""";

    public static final String UNAVAILABLE = """
            {"type":"/problems/unavailable","title":"Not available at the moment","status":503,\
            "detail":"The records cannot be read at the moment, because the database is away.",\
            "error":"The records cannot be read at the moment, because the database is away."}""";

    public static final String LOADING = """
            {"type":"/problems/unavailable","title":"Not available at the moment","status":503,\
            "detail":"The numbers are still being loaded.","error":"The numbers are still being loaded."}""";

    public static final String TOO_MANY = """
            {"type":"/problems/unavailable","title":"Not available at the moment","status":503,\
            "detail":"There are too many live connections at the moment; try again later.",\
            "error":"There are too many live connections at the moment; try again later."}""";

    private SessionApiExamples() {}
}
