<?xml version="1.0" encoding="utf-8"?>
<!-- Keeps the documentation of the types in the root namespace, which are those that a package shows, and of their members. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" encoding="utf-8" />
  <xsl:strip-space elements="members" />
  <xsl:param name="namespace" />
  <xsl:key name="types" match="member[starts-with(@name, 'T:')]" use="substring(@name, 3)" />

  <xsl:template match="@* | node()">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()" />
    </xsl:copy>
  </xsl:template>

  <xsl:template match="member">
    <xsl:variable name="prefix" select="concat(':', $namespace, '.')" />
    <xsl:variable name="rest" select="substring-after(@name, $prefix)" />
    <xsl:variable name="type" select="substring-before(concat(translate($rest, '(', '.'), '.'), '.')" />
    <xsl:if test="starts-with(substring(@name, 2), $prefix) and key('types', concat($namespace, '.', $type))">
      <xsl:value-of select="'&#10;        '" />
      <xsl:copy>
        <xsl:apply-templates select="@* | node()" />
      </xsl:copy>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
