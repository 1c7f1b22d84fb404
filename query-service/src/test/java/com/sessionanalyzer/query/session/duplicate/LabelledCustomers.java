package com.sessionanalyzer.query.session.duplicate;

import com.sessionanalyzer.query.session.CustomerSnapshot;
import com.sessionanalyzer.query.session.KnownCustomer;
import com.sessionanalyzer.schema.session.CustomerName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * Made-up customers, of which it is known who is who. Companies have names of two or three real-looking parts; some are written
 * in several ways, as people do, and some look like others that they are not.
 */
final class LabelledCustomers {

    private static final List<String> BEGINNINGS = List.of(
            "acme",
            "north",
            "blue",
            "silver",
            "data",
            "cloud",
            "green",
            "prime",
            "vertex",
            "lumen",
            "nova",
            "orbit",
            "delta",
            "atlas",
            "ember",
            "cedar",
            "harbor",
            "summit",
            "pixel",
            "quant",
            "solar",
            "terra",
            "ultra",
            "vivid",
            "wave",
            "zenith",
            "alpine",
            "bright",
            "coral",
            "dyna",
            "echo",
            "falcon",
            "gamma",
            "helix",
            "indigo",
            "jade",
            "kinetic",
            "lotus",
            "meridian",
            "nimbus",
            "onyx",
            "polar",
            "quartz",
            "raven",
            "sierra",
            "titan",
            "umbra",
            "velvet",
            "willow",
            "xenon");
    private static final List<String> ENDS = List.of(
            "soft", "works", "labs", "media", "bank", "trade", "wind", "logic", "metrics", "retail", "health", "foods",
            "motors", "energy", "travel", "design", "shop", "pay", "games", "learn", "legal", "farm", "chem", "steel",
            "print", "press", "craft", "point", "stream", "stack", "forge", "grid", "port", "field", "stone", "bridge",
            "ware", "line", "desk", "hub");
    private static final List<String> THIRDS =
            List.of("global", "systems", "group", "partners", "digital", "solutions", "brands", "services");
    private static final List<String> ENDINGS =
            List.of("com", "com", "com", "com", "io", "net", "cz", "co.uk", "org", "ai");
    private static final List<String> LEGAL_FORMS =
            List.of("Inc", "Inc.", "LLC", "Ltd", "Ltd.", "GmbH", "Corp.", "Corporation", "S.A.", "Pty Ltd");
    private static final List<String> REGIONS = List.of("EU", "US", "US2", "India", "AU", "Asia");
    private static final List<String> SOURCES =
            List.of("FB Pages", "MySQL", "Postgres", "Shopify", "Salesforce", "HubSpot", "GA4", "S3");
    private static final List<String> DESTINATIONS = List.of("BQ", "Snowflake", "Redshift", "Databricks");
    private static final List<String> KEYBOARD = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final Random dice;
    private final List<KnownCustomer> customers = new ArrayList<>();
    private final Map<String, Integer> companies = new HashMap<>();
    private final Set<String> bases = new HashSet<>();

    private LabelledCustomers(long seed) {
        this.dice = new Random(seed);
    }

    /** About as many customers as this, of fewer companies. */
    static LabelledCustomers of(long seed, int size) {
        LabelledCustomers sample = new LabelledCustomers(seed);
        int company = 0;
        while (sample.customers.size() < size) {
            company = sample.add(company);
        }
        return sample;
    }

    CustomerSnapshot snapshot() {
        return new CustomerSnapshot(1, Instant.EPOCH, customers);
    }

    int size() {
        return customers.size();
    }

    /** Whether two customers are the same company. */
    boolean areSame(String key, String otherKey) {
        return Objects.equals(companies.get(key), companies.get(otherKey));
    }

    /** How many pairs of customers are the same company. */
    long samePairs() {
        Map<Integer, Long> sizes = new HashMap<>();
        companies.values().forEach(company -> sizes.merge(company, 1L, Long::sum));
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }

    private int add(int company) {
        List<String> words = words();
        String ending = any(ENDINGS);
        Work work = work();
        put(company, String.join("", words) + "." + ending, work, 1 + dice.nextInt(40));
        if (chance(30)) {
            put(company, variant(words, ending), similar(work), 1 + dice.nextInt(3));
        }
        if (chance(5)) {
            put(company, variant(words, ending), similar(work), 1);
        }
        int next = company + 1;
        if (chance(12)) {
            put(next++, lookalike(words, ending), work(), 1 + dice.nextInt(40));
        }
        return next;
    }

    /** Another way to write the same company. */
    private String variant(List<String> words, String ending) {
        String name = String.join("", words);
        return switch (dice.nextInt(7)) {
            case 0 -> titled(words) + " " + any(LEGAL_FORMS);
            case 1 -> titled(words);
            case 2 -> String.join("-", words) + "." + ending;
            case 3 -> "shop." + name + "." + ending;
            default -> slipped(name) + "." + ending;
        };
    }

    /** A mistake of typing. */
    private String slipped(String name) {
        int at = 1 + dice.nextInt(name.length() - 2);
        return switch (dice.nextInt(5)) {
            case 0 -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            case 2 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            case 3 -> name.substring(0, at) + neighbour(name.charAt(at)) + name.substring(at + 1);
            default -> name.substring(0, at) + neighbour(name.charAt(at)) + name.substring(at);
        };
    }

    /** Another company whose name is nearly the same. */
    private String lookalike(List<String> words, String ending) {
        String name = String.join("", words);
        int at = dice.nextInt(name.length());
        return switch (dice.nextInt(6)) {
            case 0 -> name + "-" + any(List.of("eu", "us", "uk", "apac")) + "." + ending;
            case 1 -> name + (2 + dice.nextInt(8)) + "." + ending;
            case 2 -> name + "." + (ending.equals("com") ? "io" : "com");
            case 3 -> words.get(0) + any(ENDS) + "." + ending;
            case 4 -> any(BEGINNINGS) + words.get(1) + "." + ending;
            default -> name.substring(0, at) + LETTERS.charAt(dice.nextInt(26)) + name.substring(at + 1) + "." + ending;
        };
    }

    private List<String> words() {
        List<String> words;
        do {
            words = new ArrayList<>(List.of(any(BEGINNINGS), any(ENDS)));
            if (chance(60)) {
                words.add(any(THIRDS));
            }
            if (chance(60)) {
                words.set(0, any(BEGINNINGS) + syllable());
            }
        } while (!bases.add(String.join("", words)));
        return words;
    }

    private String syllable() {
        return "" + "bdfgklmnprstvz".charAt(dice.nextInt(14)) + "aeiou".charAt(dice.nextInt(5));
    }

    private static String titled(List<String> words) {
        StringBuilder titled = new StringBuilder();
        for (String word : words) {
            titled.append(titled.isEmpty() ? "" : " ")
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1));
        }
        return titled.toString();
    }

    private char neighbour(char letter) {
        for (String row : KEYBOARD) {
            int at = row.indexOf(letter);
            if (at >= 0) {
                return at + 1 < row.length() && (at == 0 || dice.nextBoolean())
                        ? row.charAt(at + 1)
                        : row.charAt(at - 1);
            }
        }
        return letter;
    }

    /** What a company has records of. */
    private record Work(List<String> visits) {}

    private Work work() {
        List<String> visits = new ArrayList<>();
        String region = any(REGIONS);
        for (int route = 1 + dice.nextInt(3); route > 0; route--) {
            visits.addAll(List.of(region, any(SOURCES), any(DESTINATIONS)));
        }
        return new Work(visits);
    }

    /** The work of the same company under another name: mostly some of it, sometimes something else. */
    private Work similar(Work work) {
        return chance(80) ? new Work(work.visits().subList(0, 3)) : work();
    }

    private void put(int company, String name, Work work, long records) {
        String key = CustomerName.of(name).key();
        if (companies.putIfAbsent(key, company) == null) {
            Instant first = Instant.EPOCH.plusSeconds(customers.size());
            customers.add(new KnownCustomer(key, name, records, records, first, first, work.visits()));
        }
    }

    private <T> T any(List<T> values) {
        return values.get(dice.nextInt(values.size()));
    }

    private boolean chance(int percent) {
        return dice.nextInt(100) < percent;
    }
}
