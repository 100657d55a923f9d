namespace FsCheck.Xunit;

/// <summary>Settings for every <see cref="PropertyAttribute"/> of a class or an assembly that does not set them itself.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly)]
#pragma warning disable CA1813 // as the package's own attribute
public class PropertiesAttribute : PropertyAttribute
#pragma warning restore CA1813
{
}
