import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads pages, exports and the past of a running instance, and says how long each took and how much of the heap survived meanwhile:
 * {@code java scripts/ReadRows.java http://127.0.0.1:5007 PROCESS [REPEATS]}.
 */
final class ReadRows {

    private static final int PAGE_SIZE = 100;
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"prev\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String process;
    private final int repeats;

    private ReadRows(String url, String process, int repeats) {
        this.url = url;
        this.process = process;
        this.repeats = repeats;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        ReadRows read = new ReadRows(
                arguments[0], arguments[1], arguments.length > 2 ? Integer.parseInt(arguments[2]) : 9);
        read.pages();
        read.exports();
        read.past();
    }

    private void pages() throws IOException, InterruptedException {
        String rows = "/api/sessions?page_size=" + PAGE_SIZE;
        HttpResponse<String> last = get(rows + "&cursor=last");
        long total = last.headers().firstValueAsLong("X-Total-Count").orElseThrow();
        System.out.printf(Locale.ROOT, "%,d records, %,d pages of %d%n", total, (total + PAGE_SIZE - 1) / PAGE_SIZE, PAGE_SIZE);
        time("page 1 by its place", rows + "&cursor=first");
        time("the last page by its place", rows + "&cursor=last");
        time("the one before it by its place", previous(last));
        time("page 10,000 by its number", rows + "&page=" + Math.min(10_000, 1_000_000 / PAGE_SIZE));
        time("page 1 by region and minutes", rows + "&sort=region,-minutes&cursor=first");
        time("the last page by region and minutes", rows + "&sort=region,-minutes&cursor=last");
    }

    private static String previous(HttpResponse<String> page) {
        Matcher link = NEXT.matcher(page.headers().firstValue("Link").orElseThrow());
        if (!link.find()) {
            throw new IllegalStateException("there is one page only");
        }
        return link.group(1);
    }

    private void exports() throws IOException, InterruptedException {
        for (String format : new String[] {"csv", "jsonl", "xlsx"}) {
            Heap heap = new Heap();
            Thread watch = new Thread(heap);
            watch.start();
            long begin = System.nanoTime();
            long bytes = length("/api/sessions/export?format=" + format);
            double seconds = (System.nanoTime() - begin) / 1e9;
            heap.ended.set(true);
            watch.join();
            System.out.printf(
                    Locale.ROOT,
                    "export as %s: %.1f s, %,d MB; old generation at most %,d MB in its first half, %,d MB in its second%n",
                    format,
                    seconds,
                    bytes >> 20,
                    heap.most(0, heap.samples / 2) >> 10,
                    heap.most(heap.samples / 2, heap.samples) >> 10);
        }
    }

    private void past() throws IOException, InterruptedException {
        String then = "as_of=" + Instant.now().minusSeconds(60).toString().substring(0, 19) + "Z";
        time("insights of everything, past", "/api/insights?limit=100&" + then);
        time("insights of a region, past", "/api/insights?limit=100&region=EU&" + then);
        time("query by region and month, past", "/api/insights/query?group_by=region,month&measures=records,customers&" + then);
        time("query by customer, past", "/api/insights/query?group_by=customer&measures=records,minutes&limit=100&" + then);
        time("the page, past", "/insights?" + then);
        time("query by region and month, now", "/api/insights/query?group_by=region,month&measures=records,customers&period=all");
    }

    private void time(String what, String path) throws IOException, InterruptedException {
        double[] seconds = new double[repeats];
        get(path);
        for (int i = 0; i < repeats; i++) {
            long begin = System.nanoTime();
            get(path);
            seconds[i] = (System.nanoTime() - begin) / 1e9;
        }
        Arrays.sort(seconds);
        System.out.printf(
                Locale.ROOT,
                "%s: %.1f ms (%.1f to %.1f)%n",
                what,
                1e3 * seconds[repeats / 2],
                1e3 * seconds[0],
                1e3 * seconds[repeats - 1]);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(path), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private long length(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(request(path), HttpResponse.BodyHandlers.ofInputStream());
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (InputStream body = answer.body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
            }
        }
        return bytes;
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(url).resolve(path)).build();
    }

    /** Asks the process for its heap, four times a second. */
    private final class Heap implements Runnable {

        private final AtomicBoolean ended = new AtomicBoolean();
        private long[] kilobytes = new long[1 << 12];
        private int samples;

        @Override
        public void run() {
            try {
                while (!ended.get()) {
                    if (samples == kilobytes.length) {
                        kilobytes = Arrays.copyOf(kilobytes, 2 * samples);
                    }
                    kilobytes[samples++] = old();
                    TimeUnit.MILLISECONDS.sleep(250);
                }
            } catch (IOException | InterruptedException gone) {
                System.err.println("the heap cannot be told: " + gone);
            }
        }

        /** What has survived: the old generation, in kilobytes. */
        private long old() throws IOException, InterruptedException {
            Process jstat = new ProcessBuilder("jstat", "-gc", process).start();
            String[] lines = new String(jstat.getInputStream().readAllBytes()).split("\n");
            jstat.waitFor();
            String[] names = lines[0].strip().split("\\s+");
            String[] values = lines[1].strip().split("\\s+");
            return (long) Double.parseDouble(values[Arrays.asList(names).indexOf("OU")]);
        }

        private long most(int from, int to) {
            return Arrays.stream(kilobytes, from, Math.max(from, to)).max().orElse(0);
        }
    }
}
