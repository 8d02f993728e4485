import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mustangproject.validator.ZUGFeRDValidator;

/**
 * A second opinion, and the only one that recomputes the amounts to the cent. Mustang's own « valid » is not used: it stays
 * valid when its PDF/A check or a BR-FR rule fails. Fatal here: every error and exception, a PDF that is not compliant, an
 * arithmetical issue.
 *
 * <p>java Mustang OUT.json LIST, as Official.
 */
public final class Mustang {
  private static final Pattern ITEM = Pattern.compile("<(error|exception|warning)\\b[^>]*>([^<]*)<");
  private static final Pattern FIRED = Pattern.compile("<fired>(\\d+)<");
  private static final Pattern RULE = Pattern.compile("\\[ID ([^\\]]+)\\]");

  private Mustang() {}

  public static void main(String[] arguments) throws Exception {
    List<String> written = new ArrayList<>();
    for (String file : Files.readAllLines(Path.of(arguments[1]))) written.add(judge(file).json());
    Files.writeString(Path.of(arguments[0]), "[" + String.join(",\n", written) + "]\n");
    System.exit(0);
  }

  private static Verdict judge(String file) {
    ZUGFeRDValidator validator = new ZUGFeRDValidator();
    validator.disableNotices();
    String report = validator.validate(file);
    Verdict verdict = new Verdict(file);
    for (Matcher fired = FIRED.matcher(report); fired.find(); ) verdict.count(Verdict.MUSTANG, Integer.parseInt(fired.group(1)));
    for (Matcher item = ITEM.matcher(report); item.find(); ) {
      boolean arithmetic = item.group(2).startsWith("Arithmetical issue");
      Matcher rule = RULE.matcher(item.group(2));
      String id = arithmetic ? "ARITHMETIC" : rule.find() ? rule.group(1) : item.group(1);
      verdict.add(Verdict.MUSTANG, id, arithmetic || !item.group(1).equals("warning"), item.group(2));
    }
    if (report.contains("isCompliant=false")) verdict.fail(Verdict.MUSTANG, "PDFA", "its own PDF/A check fails");
    return verdict;
  }
}
