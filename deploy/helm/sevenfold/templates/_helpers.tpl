{{/* What all resources' names begin with: the longest goes on with -interactions-migrations-01234567, and may have 63 letters. */}}
{{- define "sevenfold.fullname" -}}
{{- .Release.Name | trunc 30 | trimSuffix "-" -}}
{{- end -}}

{{/* A service's name: (list $ "contacts"). */}}
{{- define "sevenfold.name" -}}
{{- $root := index . 0 -}}
{{- printf "%s-%s" (include "sevenfold.fullname" $root) (index . 1) -}}
{{- end -}}

{{/* What tells one component's pods from all others: (list $ "contacts"). */}}
{{- define "sevenfold.selector" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: sevenfold
app.kubernetes.io/instance: {{ $root.Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end -}}

{{/* The recommended labels: (list $ "contacts"). */}}
{{- define "sevenfold.labels" -}}
{{- $root := index . 0 -}}
{{ include "sevenfold.selector" . }}
app.kubernetes.io/part-of: sevenfold
app.kubernetes.io/version: {{ $root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" }}
{{- end -}}

{{/* A service's image, by its digest where there is one: (list $ $service). */}}
{{- define "sevenfold.image" -}}
{{- $root := index . 0 -}}
{{- $image := (index . 1).image -}}
{{- with $root.Values.image.registry }}{{ . }}/{{ end -}}
{{- $image.repository -}}
{{- if $image.digest }}@{{ $image.digest }}{{ else }}:{{ $image.tag | default $root.Chart.AppVersion }}{{ end -}}
{{- end -}}

{{/* PodSecurity "restricted". */}}
{{- define "sevenfold.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{- define "sevenfold.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
runAsNonRoot: true
capabilities:
  drop: [ALL]
{{- end -}}

{{/* What holds for every pod of ours: (list $ "contacts"). */}}
{{- define "sevenfold.pod" -}}
{{- $root := index . 0 -}}
serviceAccountName: {{ include "sevenfold.name" . }}
automountServiceAccountToken: false
# A Service called kafka would set KAFKA_PORT, which the services read as a setting.
enableServiceLinks: false
{{- with $root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  {{- include "sevenfold.podSecurity" $root | nindent 2 }}
{{- end -}}

{{/* Seconds from a pod's end to the last thing that is stopped in order. */}}
{{- define "sevenfold.orderlySeconds" -}}
{{- with .Values.shutdown -}}
{{- add .preStopSeconds .delaySeconds .timeoutSeconds 30 -}}
{{- end -}}
{{- end -}}

{{/* The port of an URL, or that of its scheme. */}}
{{- define "sevenfold.portOf" -}}
{{- $url := urlParse . -}}
{{- regexFind "[0-9]+$" (regexFind ":[0-9]+$" $url.host) | default (eq $url.scheme "https" | ternary "443" "80") -}}
{{- end -}}

{{/* Whom a rule of a NetworkPolicy lets through, everybody where the list is empty: (list "from" $peers). */}}
{{- define "sevenfold.peers" -}}
{{- with index . 1 -}}
{{ index $ 0 }}:
  {{- toYaml . | nindent 2 }}
{{- end -}}
{{- end -}}
