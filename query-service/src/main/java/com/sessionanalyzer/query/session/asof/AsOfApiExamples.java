package com.sessionanalyzer.query.session.asof;

/** Examples of the API description; a test compares them with real answers. */
final class AsOfApiExamples {

    static final String DIFFERENCE = """
            {"from_as_of":"2026-03-14T12:00:00Z","to_as_of":"2026-03-15T12:00:00Z",\
            "before":{"records":1,"customers":1,"duplicate_customers":0,"sessions_reviewed":12,\
            "records_with_time_consumed":1,"time_consumed_minutes":25},\
            "after":{"records":1,"customers":1,"duplicate_customers":0,"sessions_reviewed":10,\
            "records_with_time_consumed":1,"time_consumed_minutes":25},\
            "difference":{"records":0,"customers":0,"duplicate_customers":0,"sessions_reviewed":-2,\
            "records_with_time_consumed":0,"time_consumed_minutes":0},\
            "reasons":{"added":0,"corrected":1,"deleted":0,"entered":0,"left":0},"total":1,"page":1,"page_size":20,\
            "total_pages":1,"records":[{"id":"01890a5d-ac96-774b-bcce-b302099a8057","change":"corrected",\
            "at":"2026-03-14T15:00:00Z",\
            "before":{"customer":"acme.com","region":"EU","sessions":12,"source":"FB Pages","destination":"BQ",\
            "time_consumed":25,"observation":"","highlight_type":null,"highlight_url":null,"highlight_details":null,\
            "uploaded_at":"2026-03-14T11:00:00Z","local_day":"2026-03-14"},\
            "after":{"customer":"acme.com","region":"EU","sessions":10,"source":"FB Pages","destination":"BQ",\
            "time_consumed":25,"observation":"","highlight_type":null,"highlight_url":null,"highlight_details":null,\
            "uploaded_at":"2026-03-14T11:00:00Z","local_day":"2026-03-14"},"fields":["sessions"]}]}""";

    static final String TOO_EARLY = """
            {"type":"/problems/invalid-parameter","title":"A parameter is not valid","status":400,\
            "detail":"as_of must not be before 2026-03-01T00:00:00Z, from when on it is known what the records said.",\
            "error":"as_of must not be before 2026-03-01T00:00:00Z, from when on it is known what the records said.",\
            "parameter":"as_of","rule":"must not be before 2026-03-01T00:00:00Z","reach":"2026-03-01T00:00:00Z"}""";

    static final String AWAY = """
            {"type":"/problems/unavailable","title":"Not available at the moment","status":503,\
            "detail":"The past cannot be read at the moment, because the database is away.",\
            "error":"The past cannot be read at the moment, because the database is away."}""";

    private AsOfApiExamples() {}
}
