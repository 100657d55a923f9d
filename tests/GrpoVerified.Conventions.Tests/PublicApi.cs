using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace GrpoVerified.Conventions.Tests;

/// <summary>The public signatures of an assembly, one a line, sorted.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<string> Of(Assembly assembly)
        => [.. assembly.GetExportedTypes().SelectMany(Lines).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(Type type)
    {
        var bases = type.GetInterfaces().Where(i => i.IsPublic || i.IsNestedPublic).Select(Name).Order(StringComparer.Ordinal).ToList();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
        {
            bases.Insert(0, Name(parent));
        }

        yield return $"{type.Namespace}.{Name(type)} : {Kind(type)}{(bases.Count > 0 ? " " + string.Join(", ", bases) : string.Empty)}";
        foreach (var member in type.GetMembers(Declared).Where(IsShown))
        {
            yield return $"{type.Namespace}.{Name(type)}.{Describe(member)}";
        }
    }

    private static string Kind(Type type)
        => type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";

    private static bool IsShown(MemberInfo member) => member switch
    {
        MethodInfo m => (m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly)
            && (!m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal))
            && !m.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)
            && !m.Name.Contains('.', StringComparison.Ordinal),
        ConstructorInfo c => !c.IsStatic && (c.IsPublic || c.IsFamily) && !c.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false),
        FieldInfo f => (f.IsPublic || f.IsFamily) && !f.IsSpecialName,
        PropertyInfo p => p.GetAccessors().Length > 0 && !p.Name.Contains('.', StringComparison.Ordinal) && !p.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false),
        EventInfo => true,
        _ => false,
    };

    private static string Describe(MemberInfo member) => member switch
    {
        MethodInfo m => $"{m.Name}{Arguments(m)}({Parameters(m)}) : {(m.IsStatic ? "static " : string.Empty)}{Name(m.ReturnType)}",
        ConstructorInfo c => $"new({Parameters(c)})",
        FieldInfo f => $"{f.Name} : {(f.IsLiteral ? "const" : f.IsStatic ? "static readonly" : "field")} {Name(f.FieldType)}{(f.IsLiteral ? string.Create(CultureInfo.InvariantCulture, $" = {f.GetRawConstantValue()}") : string.Empty)}",
        PropertyInfo p => $"{p.Name} {{{(p.GetMethod is { IsPublic: true } ? " get;" : string.Empty)}{(p.SetMethod is { IsPublic: true } s ? IsInit(s) ? " init;" : " set;" : string.Empty)} }} : {(p.GetAccessors()[0].IsStatic ? "static " : string.Empty)}{Name(p.PropertyType)}",
        _ => $"{member.Name} : {member.MemberType}",
    };

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Arguments(MethodInfo method)
        => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : string.Empty;

    private static string Parameters(MethodBase method)
        => string.Join(", ", method.GetParameters().Select(p =>
            $"{(p.ParameterType.IsByRef ? p.IsOut ? "out " : p.IsIn ? "in " : "ref " : string.Empty)}{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? string.Create(CultureInfo.InvariantCulture, $" = {p.DefaultValue ?? "null"}") : string.Empty)}"));

    // Without the namespace.
    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = type.DeclaringType is { } outer ? $"{Name(outer)}.{type.Name}" : type.Name;
        var arguments = type.GetGenericArguments().Skip(type.DeclaringType?.GetGenericArguments().Length ?? 0).Select(Name).ToList();
        var cut = name.LastIndexOf('`');
        return arguments.Count == 0 || cut < 0 ? name : $"{name[..cut]}<{string.Join(", ", arguments)}>";
    }
}
