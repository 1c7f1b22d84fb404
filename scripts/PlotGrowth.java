import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws what scripts/bench growth measured: java scripts/PlotGrowth.java docs/benchmarks/growth-java25.json >docs/benchmarks/growth.svg.
 * One point for each size, microseconds of a core a record over records on a logarithmic axis; flat is linear growth.
 */
final class PlotGrowth {

    private static final Pattern POINT =
            Pattern.compile("\"name\"\\s*:\\s*\"a record, up to (\\d+)\".*?\"median\"\\s*:\\s*([0-9.]+)", Pattern.DOTALL);
    private static final int WIDTH = 640;
    private static final int HEIGHT = 280;
    private static final int LEFT = 56;
    private static final int RIGHT = 24;
    private static final int TOP = 24;
    private static final int BOTTOM = 48;

    private record Point(long records, double micros) {}

    public static void main(String[] arguments) throws IOException {
        Matcher found = POINT.matcher(Files.readString(Path.of(arguments[0])));
        List<Point> points = new ArrayList<>();
        while (found.find()) {
            points.add(new Point(Long.parseLong(found.group(1)), Double.parseDouble(found.group(2))));
        }
        System.out.print(svg(points));
    }

    private static String svg(List<Point> points) {
        double most = Math.ceil(points.stream().mapToDouble(Point::micros).max().orElse(1) / 50) * 50;
        double first = Math.floor(Math.log10(points.get(0).records()));
        double last = Math.ceil(Math.log10(points.get(points.size() - 1).records()));
        StringBuilder out = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\">%n"
                        + "<title>Microseconds of a core for each record, by the records that are there</title>%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>%n",
                WIDTH,
                HEIGHT));
        for (int step = 0; step <= 5; step++) {
            double y = y(most * step / 5, most);
            out.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M%d %.1fH%d\" stroke=\"#ddd\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.0f</text>%n",
                    LEFT,
                    y,
                    WIDTH - RIGHT,
                    LEFT - 8,
                    y + 4,
                    most * step / 5));
        }
        StringBuilder line = new StringBuilder();
        for (Point point : points) {
            double x = LEFT + (Math.log10(point.records()) - first) / (last - first) * (WIDTH - LEFT - RIGHT);
            double y = y(point.micros(), most);
            line.append(String.format(Locale.ROOT, "%s%.1f %.1f", line.isEmpty() ? "M" : "L", x, y));
            out.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"#1d4ed8\"/><text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%.0f</text>"
                            + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f M</text>%n",
                    x,
                    y,
                    x,
                    y - 10,
                    point.micros(),
                    x,
                    HEIGHT - BOTTOM + 20,
                    point.records() / 1e6));
        }
        out.append("<path d=\"").append(line).append("\" fill=\"none\" stroke=\"#1d4ed8\" stroke-width=\"2\"/>\n");
        out.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">records that are there</text>"
                        + "<text x=\"%d\" y=\"14\">µs of a core a record</text>%n</svg>%n",
                WIDTH / 2,
                HEIGHT - 8,
                LEFT));
        return out.toString();
    }

    private static double y(double micros, double most) {
        return HEIGHT - BOTTOM - micros / most * (HEIGHT - TOP - BOTTOM);
    }
}
