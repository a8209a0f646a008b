{{- $pages := slice -}}
{{- range site.Pages -}}
{{- $pages = $pages | append (dict "title" .Title "address" .RelPermalink "summary" .Params.summary "tags" .Params.tags) -}}
{{- end -}}
export default {{$pages | jsonify}}
