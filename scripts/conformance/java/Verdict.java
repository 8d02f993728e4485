import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the rule sets say of one file, as JSON for scripts/conformance/validators.ts. */
final class Verdict {
  static final String PDFA = "PDF/A-3b";
  static final String EN = "EN 16931";
  static final String FACTURX = "Factur-X";
  static final String BRFR = "BR-FR";
  static final String MUSTANG = "Mustang";

  private record Finding(String set, String id, boolean fatal, String text) {}

  private final String file;
  private final List<Finding> findings = new ArrayList<>();
  /** How many assertions each set looked at: silence is never a pass. */
  private final Map<String, Integer> checks = new LinkedHashMap<>();

  Verdict(String file) {
    this.file = file;
  }

  void fail(String set, String id, String text) {
    add(set, id, true, text);
  }

  void add(String set, String id, boolean fatal, String text) {
    findings.add(new Finding(set, id, fatal, String.valueOf(text)));
  }

  void count(String set, int assertions) {
    checks.merge(set, assertions, Integer::sum);
  }

  /** Whether the set refused the file by one of its own rules. */
  boolean refusedBy(String set, List<String> notThese) {
    return findings.stream().anyMatch(f -> f.set.equals(set) && f.fatal && !notThese.contains(f.id));
  }

  String json() {
    String counted = checks.entrySet().stream().map(e -> quote(e.getKey()) + ":" + e.getValue()).collect(Collectors.joining(","));
    String found = findings.stream()
        .map(f -> "{\"set\":" + quote(f.set) + ",\"id\":" + quote(f.id) + ",\"fatal\":" + f.fatal + ",\"text\":" + quote(f.text) + "}")
        .collect(Collectors.joining(","));
    return "{\"file\":" + quote(file) + ",\"checks\":{" + counted + "},\"findings\":[" + found + "]}";
  }

  private static String quote(String text) {
    String oneLine = text.replaceAll("[\\x00-\\x20]+", " ").trim();
    return "\"" + oneLine.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
