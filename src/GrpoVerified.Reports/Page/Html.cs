using System.Xml.Linq;

namespace GrpoVerified.Reports.Page;

/// <summary>Elements of HTML.</summary>
internal static class Html
{
    /// <summary>An element; pairs of name and value are attributes.</summary>
    public static XElement Element(string name, params object?[] content)
    {
        var element = new XElement(name, content);

        // An empty element must not close itself: in HTML only void elements do.
        if (element.IsEmpty && name is not ("input" or "br" or "hr" or "meta"))
        {
            element.Value = string.Empty;
        }

        return element;
    }

    /// <summary>An attribute.</summary>
    public static XAttribute Attribute(string name, string value) => new(name, value);

    /// <summary>A class.</summary>
    public static XAttribute Class(string value) => new("class", value);

    /// <summary>An id.</summary>
    public static XAttribute Id(string value) => new("id", value);

    /// <summary>A paragraph.</summary>
    public static XElement Paragraph(params object?[] content) => Element("p", content);

    /// <summary>A table with a head; every cell is text or an element.</summary>
    public static XElement Table(string caption, IEnumerable<string> head, IEnumerable<IEnumerable<object>> rows)
        => Element(
            "div", Class("scroll"), Attribute("tabindex", "0"), Attribute("role", "region"), Attribute("aria-label", caption),
            Element(
                "table", Element("caption", caption),
                Element("thead", Element("tr", head.Select(h => Element("th", Attribute("scope", "col"), h)))),
                Element("tbody", rows.Select(r => Element("tr", r.Select(c => Element("td", c)))))));

    /// <summary>A section with a heading.</summary>
    public static XElement Section(string id, string heading, params object?[] content)
        => Element("section", Id(id), Attribute("aria-labelledby", id + "-heading"), Element("h2", Id(id + "-heading"), heading), content);
}
