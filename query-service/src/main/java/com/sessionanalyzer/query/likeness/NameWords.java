package com.sessionanalyzer.query.likeness;

import java.util.Set;

/** Words that say less about a name than the others, or that tell names apart which are otherwise the same. */
final class NameWords {

    /** Of no weight: the legal forms of companies. */
    static final Set<String> LEGAL_FORMS = Set.of(
            "inc",
            "incorporated",
            "llc",
            "llp",
            "ltd",
            "limited",
            "corp",
            "corporation",
            "co",
            "company",
            "plc",
            "pty",
            "pvt",
            "gmbh",
            "ag",
            "kg",
            "ug",
            "ohg",
            "bv",
            "nv",
            "sa",
            "sas",
            "sarl",
            "srl",
            "spa",
            "sl",
            "oy",
            "oyj",
            "ab",
            "as",
            "asa",
            "aps",
            "kk",
            "sro",
            "doo",
            "zoo",
            "kft");

    /** Of full weight: regions and stages, whose customers are told apart on purpose. */
    static final Set<String> QUALIFIERS = Set.of(
            "eu",
            "us",
            "usa",
            "uk",
            "de",
            "fr",
            "es",
            "it",
            "nl",
            "in",
            "india",
            "au",
            "nz",
            "jp",
            "cn",
            "br",
            "ca",
            "mx",
            "ch",
            "at",
            "asia",
            "apac",
            "emea",
            "latam",
            "na",
            "europe",
            "america",
            "north",
            "south",
            "east",
            "west",
            "dev",
            "test",
            "testing",
            "qa",
            "uat",
            "staging",
            "stage",
            "prod",
            "preprod",
            "preview",
            "sandbox",
            "demo",
            "beta",
            "internal");

    /** Hosts of a domain that are the domain's own. */
    static final Set<String> HOSTS =
            Set.of("www", "www2", "web", "m", "app", "portal", "my", "mail", "shop", "store", "login", "home");

    /** What may stand before a country's ending, as in {@code co.uk}. */
    static final Set<String> SECOND_LEVELS = Set.of("co", "com", "org", "net", "ac", "gov", "edu", "ne", "or");

    private NameWords() {}
}
