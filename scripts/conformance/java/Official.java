import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;

/**
 * Official verdicts in one JVM: veraPDF and the container rules on a PDF, then on its XML (or a bare one) the Factur-X schema
 * and the schematrons of EN 16931, Factur-X and BR-FR.
 *
 * <p>java Official OUT.json LIST, LIST holding one path a line. Exit: 0 verdicts written, good or bad; 3 a rule set is missing,
 * or accepts an empty invoice and so proves nothing.
 */
public final class Official {
  private Official() {}

  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), Official::daemon);
    XmlRules rules;
    try {
      VeraGreenfieldFoundryProvider.initialise();
      rules = new XmlRules(pool);
    } catch (Exception missing) {
      System.err.println("a rule set cannot be loaded: " + missing);
      System.exit(3);
      return;
    }
    List<String> deaf = deaf(rules);
    if (!deaf.isEmpty()) {
      System.err.println("accepts an empty invoice, so proves nothing: " + deaf);
      System.exit(3);
    }
    List<Future<Verdict>> verdicts = new ArrayList<>();
    for (String file : Files.readAllLines(Path.of(arguments[1]))) verdicts.add(pool.submit(() -> judge(file, rules)));
    List<String> written = new ArrayList<>();
    for (Future<Verdict> verdict : verdicts) written.add(verdict.get().json());
    Files.writeString(Path.of(arguments[0]), "[" + String.join(",\n", written) + "]\n");
    System.exit(0);
  }

  private static Verdict judge(String file, XmlRules rules) throws Exception {
    Verdict verdict = new Verdict(file);
    byte[] data = Files.readAllBytes(Path.of(file));
    byte[] xml = file.toLowerCase().endsWith(".pdf") ? PdfRules.check(data, verdict) : data;
    if (xml != null) rules.check(xml, verdict);
    return verdict;
  }

  /** The sets that let an empty invoice and an empty PDF pass. */
  private static List<String> deaf(XmlRules rules) {
    String namespace = "urn:un:unece:uncefact:data:standard:";
    Verdict xml = new Verdict("canary.xml");
    rules.check(("<r:CrossIndustryInvoice xmlns:r='" + namespace + "CrossIndustryInvoice:100' xmlns:a='" + namespace
        + "ReusableAggregateBusinessInformationEntity:100'><r:ExchangedDocumentContext/><r:ExchangedDocument/><r:SupplyChainTradeTransaction>"
        + "<a:ApplicableHeaderTradeAgreement><a:SellerTradeParty/></a:ApplicableHeaderTradeAgreement><a:ApplicableHeaderTradeSettlement/>"
        + "</r:SupplyChainTradeTransaction></r:CrossIndustryInvoice>").getBytes(StandardCharsets.UTF_8), xml);
    Verdict pdf = new Verdict("canary.pdf");
    PdfRules.check(emptyPdf(), pdf);
    List<String> harness = List.of("XSD", "STOPPED", "EMPTY", "PROFILE", "XML", "UNREADABLE", "CLAIM", "?");
    List<String> deaf = new ArrayList<>();
    for (String set : List.of(Verdict.EN, Verdict.FACTURX, Verdict.BRFR)) if (!xml.refusedBy(set, harness)) deaf.add(set);
    if (!xml.json().contains("\"id\":\"XSD\"")) deaf.add("XSD");
    if (!pdf.refusedBy(Verdict.PDFA, harness)) deaf.add(Verdict.PDFA);
    return deaf;
  }

  private static byte[] emptyPdf() {
    StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
    StringBuilder places = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
    for (String object : List.of(
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n",
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n")) {
      places.append(String.format("%010d 00000 n \n", pdf.length()));
      pdf.append(object);
    }
    int start = pdf.length();
    pdf.append(places).append("trailer<</Size 4/Root 1 0 R>>\nstartxref\n").append(start).append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }
}
