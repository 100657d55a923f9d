using System.Globalization;
using System.Text;
using System.Xml;
using GrpoVerified.Cli.Conformance;

namespace GrpoVerified.Cli.Reporting;

/// <summary>Findings as JUnit XML, which CI systems show as tests.</summary>
internal static class JunitWriter
{
    /// <summary>One suite, one test case a finding; a violation that does not bind is a passed case with its report as output.</summary>
    public static void Write(IReadOnlyList<Finding> findings, string suite, Stream output)
    {
        var settings = new XmlWriterSettings { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n", CheckCharacters = false };
        using (var xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteStartElement("testsuite");
            xml.WriteAttributeString("name", Clean(suite));
            xml.WriteAttributeString("tests", Number(findings.Count));
            xml.WriteAttributeString("failures", Number(findings.Count(IsFailure)));
            xml.WriteAttributeString("errors", "0");
            xml.WriteAttributeString("skipped", Number(findings.Count(f => f.State == FindingState.Skipped)));
            foreach (var finding in findings)
            {
                WriteCase(xml, finding, suite);
            }

            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        output.WriteByte((byte)'\n');
        output.Flush();
    }

    private static void WriteCase(XmlWriter xml, Finding finding, string suite)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Clean(suite));
        xml.WriteAttributeString("name", Clean(finding.Name));
        if (finding.State == FindingState.Skipped)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Clean(finding.Message));
            xml.WriteEndElement();
        }
        else if (IsFailure(finding))
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Clean(finding.Message));
            xml.WriteString(Clean(finding.Detail));
            xml.WriteEndElement();
        }
        else if (finding.State == FindingState.Failed)
        {
            xml.WriteElementString("system-out", Clean(finding.Detail));
        }

        xml.WriteEndElement();
    }

    private static bool IsFailure(Finding finding) => finding.State == FindingState.Failed && finding.IsBinding;

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);

    // XML has no form for most control characters.
    private static string Clean(string text) => string.Concat(text.Where(c => c is '\n' or '\t' || XmlConvert.IsXmlChar(c)));
}
