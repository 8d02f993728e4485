import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.verapdf.as.ASAtom;
import org.verapdf.as.io.ASInputStream;
import org.verapdf.cos.COSObjType;
import org.verapdf.cos.COSObject;
import org.verapdf.cos.COSStream;
import org.verapdf.gf.model.GFModelParser;
import org.verapdf.pd.PDDocument;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** veraPDF's verdict, then what the Factur-X specification asks of the container and no published rule set checks. */
final class PdfRules {
  private static final String FILE_NAME = "factur-x.xml";
  private static final String FACTURX_NAMESPACE = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#";
  private static final String PDFA_NAMESPACE = "http://www.aiim.org/pdfa/ns/id/";

  private PdfRules() {}

  /** The embedded XML, or null when there is none. */
  static byte[] check(byte[] pdf, Verdict verdict) {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_B);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_B, false)) {
      ValidationResult result = validator.validate(parser);
      verdict.count(Verdict.PDFA, result.getTotalAssertions());
      int failed = 0;
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
        failed++;
        String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
        String message = Objects.toString(assertion.getErrorMessage(), assertion.getMessage());
        verdict.fail(Verdict.PDFA, rule, message + " @ " + assertion.getLocation().getContext());
      }
      if (!result.isCompliant() && failed == 0) verdict.fail(Verdict.PDFA, "?", "not compliant");
      return container(((GFModelParser) parser).getPDDocument(), verdict);
    } catch (Exception unreadable) {
      verdict.fail(Verdict.PDFA, "UNREADABLE", unreadable.toString());
      return null;
    }
  }

  private static byte[] container(PDDocument document, Verdict verdict) throws Exception {
    COSObject catalog = document.getCatalog().getObject();
    Document xmp = metadata(catalog, verdict);
    if (xmp != null) {
      // veraPDF's 3b profile takes claims of A and U as well.
      expect(verdict, Verdict.PDFA, "CLAIM", xmp, PDFA_NAMESPACE, "part", "3");
      expect(verdict, Verdict.PDFA, "CLAIM", xmp, PDFA_NAMESPACE, "conformance", "B");
    }
    List<COSObject> all = new ArrayList<>();
    embeddedFiles(at(catalog, "Names", "EmbeddedFiles"), all, 0);
    List<COSObject> ours = all.stream().filter(file -> isNamed(file, "UF") || isNamed(file, "F")).toList();
    if (ours.size() != 1) verdict.fail(Verdict.FACTURX, "PDF-FILE", ours.size() + " embedded files are called " + FILE_NAME + ", 1 is wanted");
    if (ours.isEmpty()) return null;
    COSObject specification = ours.get(0);
    COSObject file = at(specification, "EF", "F");
    checkSpecification(specification, file, at(catalog, "AF"), verdict);
    byte[] xml = bytes(file);
    if (xmp != null) checkClaims(xmp, levelOf(xml), verdict);
    verdict.count(Verdict.FACTURX, 1);
    return xml;
  }

  private static void checkSpecification(COSObject specification, COSObject file, COSObject associated, Verdict verdict) {
    for (String key : List.of("F", "UF"))
      if (!isNamed(specification, key)) verdict.fail(Verdict.FACTURX, "PDF-NAME", "/" + key + " of the file specification is not " + FILE_NAME);
    String relation = Objects.toString(specification.getNameKeyStringValue(atom("AFRelationship")), "missing");
    if (!relation.equals("Alternative")) verdict.fail(Verdict.FACTURX, "PDF-RELATION", "/AFRelationship is " + relation + ", Alternative is wanted");
    boolean listed = false;
    if (present(associated))
      for (int index = 0; index < associated.size(); index++)
        listed |= specification.getKey() != null && specification.getKey().equals(associated.at(index).getKey());
    if (!listed) verdict.fail(Verdict.FACTURX, "PDF-AF", FILE_NAME + " is not in the catalog's /AF");
    if (!"text/xml".equals(file.getNameKeyStringValue(atom("Subtype")))) verdict.fail(Verdict.FACTURX, "PDF-MIME", "the embedded file's /Subtype is not text/xml");
    if (!present(at(file, "Params", "ModDate"))) verdict.fail(Verdict.FACTURX, "PDF-DATE", "the embedded file has no /Params /ModDate");
  }

  private static void checkClaims(Document xmp, String level, Verdict verdict) {
    expect(verdict, Verdict.FACTURX, "PDF-XMP", xmp, FACTURX_NAMESPACE, "DocumentType", "INVOICE");
    expect(verdict, Verdict.FACTURX, "PDF-XMP", xmp, FACTURX_NAMESPACE, "DocumentFileName", FILE_NAME);
    expect(verdict, Verdict.FACTURX, "PDF-XMP", xmp, FACTURX_NAMESPACE, "Version", "1.0");
    expect(verdict, Verdict.FACTURX, "PDF-XMP", xmp, FACTURX_NAMESPACE, "ConformanceLevel", level);
  }

  /** What the metadata must call the profile of the XML. */
  private static String levelOf(byte[] xml) {
    String profile = null;
    try {
      profile = XmlRules.profileOf(XmlRules.parse(xml));
    } catch (Exception unreadable) {
      // XmlRules says it.
    }
    return XmlRules.PROFILE.equals(profile) ? "EN 16931" : "the level of BT-24 '" + profile + "'";
  }

  private static Document metadata(COSObject catalog, Verdict verdict) {
    COSObject metadata = at(catalog, "Metadata");
    try {
      if (present(metadata)) return XmlRules.parse(bytes(metadata));
      verdict.fail(Verdict.PDFA, "CLAIM", "no XMP metadata");
    } catch (Exception unreadable) {
      verdict.fail(Verdict.PDFA, "CLAIM", "XMP metadata not readable as XML: " + unreadable.getMessage());
    }
    return null;
  }

  /** An XMP property, in element or attribute form, exactly once. */
  private static void expect(Verdict verdict, String set, String id, Document xmp, String namespace, String name, String wanted) {
    List<String> got = new ArrayList<>();
    NodeList elements = xmp.getElementsByTagNameNS("*", "*");
    for (int index = 0; index < elements.getLength(); index++) {
      Element element = (Element) elements.item(index);
      if (namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName())) got.add(element.getTextContent());
      if (element.hasAttributeNS(namespace, name)) got.add(element.getAttributeNS(namespace, name));
    }
    if (!got.equals(List.of(wanted))) verdict.fail(set, id, "XMP " + name + " is " + got + ", " + wanted + " is wanted");
  }

  private static void embeddedFiles(COSObject node, List<COSObject> found, int depth) {
    COSObject names = at(node, "Names");
    COSObject kids = at(node, "Kids");
    if (present(names)) for (int index = 1; index < names.size(); index += 2) found.add(names.at(index));
    if (present(kids) && depth < 20) for (int index = 0; index < kids.size(); index++) embeddedFiles(kids.at(index), found, depth + 1);
  }

  private static boolean isNamed(COSObject specification, String key) {
    return FILE_NAME.equals(specification.getStringKey(atom(key)));
  }

  private static ASAtom atom(String name) {
    return ASAtom.getASAtom(name);
  }

  private static boolean present(COSObject object) {
    return object != null && object.getType() != COSObjType.COS_UNDEFINED && object.getType() != COSObjType.COS_NULL;
  }

  private static COSObject at(COSObject object, String... path) {
    for (String key : path) {
      if (!present(object)) return null;
      object = object.getKey(atom(key));
    }
    return object;
  }

  private static byte[] bytes(COSObject stream) throws IOException {
    try (ASInputStream data = stream.getData(COSStream.FilterFlags.DECODE)) {
      return data.readAllBytes();
    }
  }
}
